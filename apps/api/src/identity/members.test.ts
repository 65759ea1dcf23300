import type { Role } from '@festivals/domain/identity/roles';
import { type FestivalId, PersonId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { identityModule } from './module.ts';

type Person = Awaited<ReturnType<TestApi['person']>>;

let api: TestApi;
let mine: FestivalId;
let olivia: Person;
beforeAll(async () => {
  api = await startApi({ modules: [identityModule] });
});
beforeEach(async () => {
  mine = (await insertFestival(api.ownerPool, {})).id;
  olivia = await member('ORGANISER');
});
afterAll(() => api.stop());

const member = (...roles: Role[]) => api.person({ roles: roles.map((role) => ({ festivalId: mine, role })) });
const remove = (who: PersonId, by = olivia) =>
  by.client.identity.removeMember({ params: { festivalId: mine, personId: who } });
const change = (who: PersonId, was: Role[], roles: Role[], by = olivia) =>
  by.client.identity.changeRoles({ params: { festivalId: mine, personId: who }, body: { was, roles } });
const leave = (person: Person) => person.client.identity.leaveTeam({ params: { festivalId: mine } });
const rolesOf = async (personId: string) =>
  (
    await api.ownerPool.query<{ role: string }>(
      'select role from membership where person_id = $1 and festival_id = $2 order by role',
      [personId, mine],
    )
  ).rows.map(({ role }) => role);
const organisers = async () =>
  (await api.ownerPool.query(`select from membership where festival_id = $1 and role = 'ORGANISER'`, [mine])).rowCount;
const lastEventOf = async (subjectId: string) =>
  (
    await api.ownerPool.query('select name, before, after from event where subject_id = $1 order by seq desc limit 1', [
      subjectId,
    ])
  ).rows[0];

describe('a member', () => {
  it('is made something else, and may do that at the next request', async () => {
    const { id, client } = await member('STAFF', 'CASHIER');
    const audit = () => client.identity.listAudit({ params: { festivalId: mine } });
    expect(await refusalOf(audit())).toMatchObject({ status: 403 });
    expect(await change(id, ['STAFF', 'CASHIER'], ['FINANCE', 'STAFF'])).toEqual({
      personId: id,
      roles: ['FINANCE', 'STAFF'],
    });
    expect(await rolesOf(id)).toEqual(['FINANCE', 'STAFF']);
    expect((await audit()).items[0]).toMatchObject({
      name: 'identity.member_changed',
      before: { roles: ['CASHIER', 'STAFF'] },
      after: { roles: ['FINANCE', 'STAFF'] },
    });
  });

  it('is not changed over what somebody else changed meanwhile', async () => {
    const { id } = await member('STAFF');
    const both = await Promise.allSettled([change(id, ['STAFF'], ['FINANCE']), change(id, ['STAFF'], ['SECURITY'])]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await rolesOf(id)).toHaveLength(1);
    const now = (await rolesOf(id)) as Role[];
    expect(await refusalOf(change(id, ['STAFF'], ['VENDOR']))).toMatchObject({
      status: 409,
      name: 'CONFLICT',
      details: { roles: now },
    });
  });

  it.each([[[]], [['STAFF', 'STAFF']], [['KING']], ['STAFF']])('is not made %j', async (roles) => {
    const { id } = await member('STAFF');
    // What a stranger's body may say, whatever the type.
    expect(await refusalOf(change(id, ['STAFF'], roles as Role[]))).toMatchObject({ name: 'VALIDATION_FAILED' });
  });

  it('loses every right at the moment of being removed', async () => {
    const { id, client } = await member('ORGANISER');
    const team = () => client.identity.listMembers({ params: { festivalId: mine } });
    await team();
    await remove(id);
    expect(await refusalOf(team())).toMatchObject({ status: 403 });
    expect((await client.identity.me({})).memberships).toEqual([]);
    expect(await lastEventOf(id)).toEqual({
      name: 'identity.member_removed',
      before: { roles: ['ORGANISER'] },
      after: null,
    });
    expect(await refusalOf(remove(id))).toMatchObject({ status: 404 });
  });

  it('who is removed, or may no longer build the team, leaves no door open', async () => {
    const rogues = [await member('ORGANISER'), await member('ORGANISER')] as const;
    for (const { client } of rogues) {
      await client.identity.invite({
        params: { festivalId: mine },
        body: { email: `${v7()}@example.org`, role: 'ORGANISER' },
      });
    }
    await olivia.client.identity.invite({
      params: { festivalId: mine },
      body: { email: 'kept@example.org', role: 'STAFF' },
    });
    await remove(rogues[0].id);
    await change(rogues[1].id, ['ORGANISER'], ['STAFF']);
    const { items } = await olivia.client.identity.listInvitations({ params: { festivalId: mine } });
    expect(items.map(({ email }) => email)).toEqual(['kept@example.org']);
    expect(await lastEventOf(rogues[0].id)).toMatchObject({ after: { revokedInvitations: 1 } });
  });

  it('leaves by themselves, whatever their role', async () => {
    const person = await member('STAFF', 'VENDOR');
    await leave(person);
    expect(await rolesOf(person.id)).toEqual([]);
    expect(await lastEventOf(person.id)).toMatchObject({
      name: 'identity.member_left',
      before: { roles: ['STAFF', 'VENDOR'] },
    });
    expect(await refusalOf(leave(person))).toMatchObject({ status: 404 });
  });

  it('of another festival is nobody here', async () => {
    const stranger = await api.person({
      roles: [{ festivalId: (await insertFestival(api.ownerPool, {})).id, role: 'ORGANISER' }],
    });
    for (const id of [stranger.id, PersonId.parse(v7())]) {
      expect(await refusalOf(remove(id))).toMatchObject({ status: 404 });
      expect(await refusalOf(change(id, ['ORGANISER'], ['STAFF']))).toMatchObject({ status: 404 });
    }
    expect(await refusalOf(remove(olivia.id, stranger))).toMatchObject({ status: 403 });
    expect(await refusalOf(leave(stranger))).toMatchObject({ status: 404 });
    expect((await stranger.client.identity.me({})).memberships).toHaveLength(1);
  });
});

describe('the last organiser', () => {
  it('can neither leave, nor be removed, nor become something else', async () => {
    const calls = [leave(olivia), remove(olivia.id), change(olivia.id, ['ORGANISER'], ['FINANCE'])];
    for (const refusal of await Promise.all(calls.map(refusalOf))) {
      expect(refusal).toMatchObject({ status: 409, name: 'LAST_ORGANISER' });
    }
    expect(await rolesOf(olivia.id)).toEqual(['ORGANISER']);
    expect(await lastEventOf(olivia.id)).toBeUndefined();
    await change(olivia.id, ['ORGANISER'], ['FINANCE', 'ORGANISER']);
    await member('ORGANISER');
    await leave(olivia);
  });

  it('is not one whose account is gone', async () => {
    const ghost = await member('ORGANISER');
    await api.ownerPool.query('update person set deleted_at = now() where id = $1', [ghost.id]);
    expect(await refusalOf(leave(olivia))).toMatchObject({ name: 'LAST_ORGANISER' });
  });

  it.each([
    ['leave', (one: Person) => leave(one)],
    ['remove each other', (one: Person, other: Person) => remove(other.id, one)],
    ['make each other staff', (one: Person, other: Person) => change(other.id, ['ORGANISER'], ['STAFF'], one)],
  ])('stays when two %s at once', async (_, go) => {
    for (let round = 0; round < 8; round += 1) {
      const sofia = await member('ORGANISER');
      await Promise.allSettled([go(olivia, sofia), go(sofia, olivia)]);
      expect(await organisers()).toBe(1);
      const [left] = (
        await api.ownerPool.query<{ person_id: string }>(
          `select person_id from membership where festival_id = $1 and role = 'ORGANISER'`,
          [mine],
        )
      ).rows;
      if (left?.person_id === sofia.id) olivia = sofia;
    }
  });

  it('would be lost without its guard', async () => {
    const sofia = await member('ORGANISER');
    await api.ownerPool.query('alter table membership disable trigger membership_keeps_an_organiser');
    await Promise.all([leave(olivia), leave(sofia)]);
    await api.ownerPool.query('alter table membership enable trigger membership_keeps_an_organiser');
    expect(await organisers()).toBe(0);
  });
});
