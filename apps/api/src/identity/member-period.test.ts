import type { FestivalId } from '@festivals/domain/primitives';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

type Person = Awaited<ReturnType<TestApi['person']>>;

let api: TestApi;
/** The program's clock, which may be wrong by years. */
let skewMs = 0;
let mine: FestivalId;
let olivia: Person;
beforeAll(async () => {
  api = await startApi({ clock: { now: () => new Date(Date.now() + skewMs) } });
});
beforeEach(async () => {
  skewMs = 0;
  mine = (await insertFestival(api.ownerPool, { status: 'PUBLISHED' })).id;
  olivia = await api.person({ name: 'Olivia', roles: [{ festivalId: mine, role: 'ORGANISER' }] });
});
afterAll(() => api.stop());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const setPeriod = (personId: Person['id'], until: string | null, was: string | null = null, by = olivia) =>
  by.client.identity.setMemberPeriod({ params: { festivalId: mine, personId }, body: { until, was } });
const endNow = (personId: string) =>
  api.ownerPool.query(`update membership set ends_at = now() - interval '1 second' where person_id = $1`, [personId]);
const looks = (person: Person) => person.client.stands.listStock({ params: { festivalId: mine } });

describe('a membership with an end', () => {
  it('is told, lasts until then, and ends by itself everywhere at once', async () => {
    const staff = await api.person({ roles: [{ festivalId: mine, role: 'STAFF' }] });
    const until = inDays(3);
    expect(await setPeriod(staff.id, until)).toEqual({ personId: staff.id, until });
    await looks(staff);
    const { items } = await olivia.client.identity.listMembers({ params: { festivalId: mine } });
    expect(items.find(({ personId }) => personId === staff.id)).toMatchObject({ until });
    await endNow(staff.id);
    expect(await refusalOf(looks(staff))).toMatchObject({ name: 'FORBIDDEN' });
    expect((await staff.client.identity.me({})).memberships).toEqual([]);
  });

  it.each([
    ['behind', -400],
    ['ahead', 400],
  ])('ends by the database’s clock, though the program’s is years %s', async (_, days) => {
    const staff = await api.person({ roles: [{ festivalId: mine, role: 'SECURITY' }] });
    await setPeriod(staff.id, inDays(30));
    // Only what was issued under the wrong clock is valid under it.
    skewMs = days * 86_400_000;
    const [living, ended] = [
      await standing(staff.sessionId),
      await endNow(staff.id).then(() => standing(staff.sessionId)),
    ];
    expect([living, ended]).toEqual([['SECURITY'], []]);
  });

  const standing = async (sessionId: string) =>
    (await api.ownerPool.query<{ roles: string[] }>('select roles from lookup.standing($1, $2)', [sessionId, mine]))
      .rows[0]?.roles;

  it('is refused in the past, without knowing what was, and for the last organiser whose time has no end', async () => {
    const staff = await api.person({ roles: [{ festivalId: mine, role: 'STAFF' }] });
    expect(await refusalOf(setPeriod(staff.id, inDays(-1)))).toMatchObject({ name: 'PERIOD_OVER' });
    await setPeriod(staff.id, inDays(1));
    expect(await refusalOf(setPeriod(staff.id, inDays(2)))).toMatchObject({ name: 'CONFLICT' });
    expect(await refusalOf(setPeriod(olivia.id, inDays(1)))).toMatchObject({ name: 'LAST_ORGANISER' });
    const sofia = await api.person({ roles: [{ festivalId: mine, role: 'ORGANISER' }] });
    await setPeriod(sofia.id, inDays(1));
    expect(await refusalOf(setPeriod(olivia.id, inDays(1)))).toMatchObject({ name: 'LAST_ORGANISER' });
    const leave = olivia.client.identity.leaveTeam({ params: { festivalId: mine } });
    expect(await refusalOf(leave)).toMatchObject({ name: 'LAST_ORGANISER' });
  });

  it('keeps one organiser without an end when two put an end to each other at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const sofia = await api.person({ roles: [{ festivalId: mine, role: 'ORGANISER' }] });
      const results = await Promise.allSettled([setPeriod(sofia.id, inDays(1)), setPeriod(olivia.id, inDays(1))]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await api.ownerPool.query('update membership set ends_at = null where person_id = $1', [olivia.id]);
      await api.ownerPool.query('delete from membership where person_id = $1', [sofia.id]);
    }
  });

  it('would lose the last organiser without its guard', async () => {
    const trigger = 'trigger membership_end_keeps_an_organiser';
    await api.ownerPool.query(`alter table membership disable ${trigger}`);
    await setPeriod(olivia.id, inDays(1));
    await api.ownerPool.query(`alter table membership enable ${trigger}`);
    const { items } = await olivia.client.identity.listMembers({ params: { festivalId: mine } });
    expect(items).toMatchObject([{ until: expect.any(String) }]);
  });

  it('comes with an invitation, and one that has ended begins anew with the next', async () => {
    const staff = await api.person({ roles: [{ festivalId: mine, role: 'STAFF' }] });
    await endNow(staff.id);
    const invite = (memberUntil: string | null) =>
      olivia.client.identity.invite({
        params: { festivalId: mine },
        body: { email: staff.email, role: 'STAFF', memberUntil },
      });
    expect(await refusalOf(invite(inDays(-1)))).toMatchObject({ name: 'PERIOD_OVER' });
    const until = inDays(5);
    const { id, memberUntil } = await invite(until);
    expect(memberUntil).toBe(until);
    const token = 'a'.repeat(43);
    await api.ownerPool.query(`update invitation set token_hash = sha256($2::text::bytea) where id = $1`, [id, token]);
    await staff.client.identity.acceptInvitation({ body: { token } });
    const { items } = await olivia.client.identity.listMembers({ params: { festivalId: mine } });
    expect(items.find(({ personId }) => personId === staff.id)).toMatchObject({ until });
    await looks(staff);
  });

  it('is the organiser’s to set, in the own festival alone', async () => {
    const staff = await api.person({ roles: [{ festivalId: mine, role: 'STAFF' }] });
    expect(await refusalOf(setPeriod(staff.id, null, null, staff))).toMatchObject({ name: 'FORBIDDEN' });
    const { id: theirs } = await insertFestival(api.ownerPool, {});
    const rival = await api.person({ roles: [{ festivalId: theirs, role: 'ORGANISER' }] });
    const reach = rival.client.identity.setMemberPeriod({
      params: { festivalId: theirs, personId: staff.id },
      body: { until: null, was: null },
    });
    expect(await refusalOf(reach)).toMatchObject({ name: 'NOT_FOUND' });
  });
});
