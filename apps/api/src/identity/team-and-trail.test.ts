import type { Role } from '@festivals/domain/identity/roles';
import type { FestivalId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { systemContext } from '../platform/context.ts';
import { record } from '../platform/record.ts';
import { step } from '../platform/transaction.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { addMember } from './add-member.ts';
import { identityModule } from './module.ts';

let api: TestApi;
let mine: FestivalId;
let theirs: FestivalId;
let organiser: Awaited<ReturnType<TestApi['person']>>;
beforeAll(async () => {
  api = await startApi({ modules: [identityModule] });
  [{ id: mine }, { id: theirs }] = await Promise.all([
    insertFestival(api.ownerPool, {}),
    insertFestival(api.ownerPool, {}),
  ]);
  organiser = await api.person({ name: 'Olivia', roles: [{ festivalId: mine, role: 'ORGANISER' }] });
});
afterAll(() => api.stop());

const member = (festivalId: FestivalId, role: Role) => api.person({ roles: [{ festivalId, role }] });

describe('the team', () => {
  it('is listed page by page, each role a line, and nobody of another festival', async () => {
    const people = [await member(mine, 'STAFF'), await member(mine, 'FINANCE')];
    await member(theirs, 'ORGANISER');
    const all = await organiser.client.identity.listMembers({ params: { festivalId: mine } });
    expect(all.items.map(({ personId }) => personId).toSorted()).toEqual(
      [organiser.id, ...people.map(({ id }) => id)].toSorted(),
    );
    const first = await organiser.client.identity.listMembers({ params: { festivalId: mine }, query: { limit: 2 } });
    const second = await organiser.client.identity.listMembers({
      params: { festivalId: mine },
      query: { limit: 2, cursor: first.next ?? '' },
    });
    expect([...first.items, ...second.items]).toEqual(all.items);
    expect(second.next).toBeNull();
  });

  it('takes a person in once for each role, and says so', async () => {
    const { id } = await api.person();
    const ctx = systemContext(api.resources);
    const join = () =>
      step(ctx, mine, (tx) => addMember(tx, ctx, { festivalId: mine, personId: id, role: 'SECURITY' }));
    await Promise.all([join(), join(), join()]);
    const { rows } = await api.ownerPool.query(
      `select 1 from event where name = 'identity.member_added' and subject_id = $1`,
      [id],
    );
    expect(rows).toHaveLength(1);
  });

  it('is told each member as memberships with what they may do there', async () => {
    const { client } = await api.person({
      roles: [
        { festivalId: mine, role: 'STAFF' },
        { festivalId: mine, role: 'FINANCE' },
      ],
    });
    const { memberships } = await client.identity.me({});
    expect(memberships).toHaveLength(1);
    expect(memberships[0]).toMatchObject({ festivalId: mine, roles: ['FINANCE', 'STAFF'] });
    expect(memberships[0]?.abilities).toEqual(expect.arrayContaining(['access.scan', 'sales.read']));
    expect(memberships[0]?.abilities).not.toContain('festival.edit');
  });
});

describe('the trail', () => {
  const happen = (name: `${string}.${string}`, subjectId = v7()) => {
    const ctx = {
      ...systemContext(api.resources),
      caller: {
        kind: 'person' as const,
        personId: organiser.id,
        sessionId: organiser.sessionId,
        name: '',
        email: '',
        emailVerified: true,
        superAdmin: false,
        roles: [],
      },
    };
    return step(ctx, mine, (tx) => record(tx, ctx, { name, subjectId, before: { price: 1 }, after: { price: 2 } }));
  };

  it('is listed newest first, page by page, by deed and by thing', async () => {
    const subjectId = v7();
    for (let index = 0; index < 5; index += 1) await happen('test.counted');
    await happen('test.changed', subjectId);
    const list = (query: object) => organiser.client.identity.listAudit({ params: { festivalId: mine }, query });
    const counted = await list({ name: 'test.counted', limit: 3 });
    const rest = await list({ name: 'test.counted', limit: 3, cursor: counted.next ?? '' });
    const times = [...counted.items, ...rest.items].map(({ id }) => id);
    expect(times).toHaveLength(5);
    expect(times).toEqual(times.toSorted().toReversed());
    const [changed] = (await list({ subjectId })).items;
    expect(changed).toMatchObject({
      name: 'test.changed',
      subjectId,
      before: { price: 1 },
      after: { price: 2 },
      actor: { kind: 'person', id: organiser.id, name: 'Olivia' },
      position: null,
    });
  });

  it('is closed to those without the right, and shows nothing of another festival', async () => {
    const staff = await member(mine, 'STAFF');
    const other = await member(theirs, 'ORGANISER');
    const params = { festivalId: mine };
    for (const { client } of [staff, other]) {
      expect(await refusalOf(client.identity.listAudit({ params }))).toMatchObject({ status: 403 });
    }
    expect(await refusalOf(other.client.identity.listMembers({ params }))).toMatchObject({ status: 403 });
    expect((await other.client.identity.listAudit({ params: { festivalId: theirs } })).items).toEqual([]);
  });

  it.each(['x', 'W10', Buffer.from('["1 or 1=1"]').toString('base64url')])(
    'refuses the invented cursor %j',
    async (cursor) => {
      const call = organiser.client.identity.listAudit({ params: { festivalId: mine }, query: { cursor } });
      expect(await refusalOf(call)).toMatchObject({ status: 400, name: 'INVALID_CURSOR' });
    },
  );
});
