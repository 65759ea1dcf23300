import { Role } from '@festivals/domain/identity/roles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { festivalModule } from './module.ts';
import { readinessChecks } from './readiness.ts';
import { draft, failureOf, insertFestival } from './testing.ts';

let api: TestApi;
beforeAll(async () => {
  // This domain alone: what later domains find missing is theirs to test.
  readinessChecks.splice(0);
  api = await startApi({ modules: [festivalModule] });
});
afterAll(() => api.stop());

const create = async () => {
  const organiser = await api.person();
  return { organiser, festival: await organiser.client.festival.createFestival({ body: draft() }) };
};
const eventsOf = async (festivalId: string) =>
  (
    await api.ownerPool.query('select name, actor_id, before, after from event where festival_id = $1 order by seq', [
      festivalId,
    ])
  ).rows;

describe('rights', () => {
  const readers = new Set<Role>([
    'ORGANISER',
    'FINANCE',
    'PROGRAMMER',
    'STAFF',
    'CASHIER',
    'SECURITY',
    'VENDOR',
    'ARTIST',
  ]);

  test.each(Role.options)('of %s', async (role) => {
    const { id } = await insertFestival(api.ownerPool, {});
    const { client } = await api.person({ roles: [{ festivalId: id, role }] });
    const params = { festivalId: id };
    const outcome = async (call: Promise<unknown>) => (await failureOf(call))?.status ?? 200;
    const reads = readers.has(role);
    expect(await outcome(client.festival.getFestival({ params }))).toBe(reads ? 200 : 404);
    expect(await outcome(client.festival.getReadiness({ params }))).toBe(reads ? 200 : 403);
    const edits = role === 'ORGANISER';
    const body = { version: 1, changes: { name: role } };
    expect(await outcome(client.festival.updateFestival({ params, body }))).toBe(edits ? 200 : 403);
    expect(await outcome(client.festival.moveFestival({ params, body: { to: 'CANCELLED' } }))).toBe(edits ? 200 : 403);
  });

  test('end at the festival’s fence', async () => {
    const [{ organiser }, { festival }] = [await create(), await create()];
    const params = { festivalId: festival.id };
    const { client } = organiser;
    const attempts = [
      client.festival.updateFestival({ params, body: { version: 1, changes: { name: 'Mine' } } }),
      client.festival.getReadiness({ params }),
      client.festival.moveFestival({ params, body: { to: 'CANCELLED' } }),
    ];
    expect(await Promise.all(attempts.map(failureOf))).toMatchObject([
      { status: 403 },
      { status: 403 },
      { status: 403 },
    ]);
    expect((await eventsOf(festival.id)).map((event) => event.name)).toEqual([
      'festival.created',
      'identity.member_added',
    ]);
  });

  test('of a super-admin reach every festival, but none that is not there', async () => {
    const [{ festival }, { id: nowhere }] = [await create(), await insertFestival(api.ownerPool, {})];
    await api.ownerPool.query('update festival set deleted_at = now() where id = $1', [nowhere]);
    const { client } = await api.person({ superAdmin: true });
    const body = { version: 1, changes: { name: 'Helped' } };
    expect(await client.festival.updateFestival({ params: { festivalId: festival.id }, body })).toMatchObject({
      version: 2,
    });
    const params = { festivalId: nowhere };
    const attempts = [
      client.festival.getReadiness({ params }),
      client.festival.updateFestival({ params, body }),
      client.festival.moveFestival({ params, body: { to: 'CANCELLED' } }),
    ];
    expect(await Promise.all(attempts.map(failureOf))).toMatchObject([
      { status: 404 },
      { status: 404 },
      { status: 404 },
    ]);
  });
});

describe('life', () => {
  const statuses = ['DRAFT', 'PUBLISHED', 'ONGOING', 'COMPLETED', 'CANCELLED'] as const;
  const legal = new Set([
    'DRAFT>PUBLISHED',
    'DRAFT>CANCELLED',
    'PUBLISHED>ONGOING',
    'PUBLISHED>CANCELLED',
    'ONGOING>COMPLETED',
    'ONGOING>CANCELLED',
  ]);

  test.each(statuses)('goes on from %s by legal steps alone', async (from) => {
    const { client, id: personId } = await api.person();
    for (const to of statuses) {
      const { id } = await insertFestival(api.ownerPool, { status: from });
      await api.ownerPool.query(`insert into membership (festival_id, person_id, role) values ($1, $2, 'ORGANISER')`, [
        id,
        personId,
      ]);
      const refused = await failureOf(client.festival.moveFestival({ params: { festivalId: id }, body: { to } }));
      const { rows } = await api.ownerPool.query('select status from festival where id = $1', [id]);
      if (legal.has(`${from}>${to}`)) {
        expect([refused, rows]).toEqual([undefined, [{ status: to }]]);
        const moved = { name: 'festival.moved', before: { status: from }, after: { status: to } };
        expect(await eventsOf(id)).toMatchObject([moved]);
      } else {
        expect(refused).toMatchObject({ status: 409, name: 'ILLEGAL_TRANSITION', details: { from, to } });
        expect([rows, await eventsOf(id)]).toEqual([[{ status: from }], []]);
      }
    }
  });

  test('is not published before it is ready, and says what is missing', async () => {
    const { client } = await api.person();
    const bare = await client.festival.createFestival({
      body: { ...draft(), tagline: {}, description: {}, startsOn: '2001-01-01', endsOn: '2001-01-02' },
    });
    const params = { festivalId: bare.id };
    const blockers = ['tagline', 'description', 'dates_past'];
    expect(await client.festival.getReadiness({ params })).toMatchObject({
      status: 'DRAFT',
      blockers,
      steps: [
        { to: 'PUBLISHED', blockers },
        { to: 'CANCELLED', blockers: [] },
      ],
    });
    const refused = await failureOf(client.festival.moveFestival({ params, body: { to: 'PUBLISHED' } }));
    expect(refused).toMatchObject({ status: 409, name: 'NOT_READY', details: { blockers } });
  });

  test('waits for what later domains find missing', async () => {
    const { organiser, festival } = await create();
    const check = { blocker: 'ticket_type' as const, isBlocked: async () => true };
    readinessChecks.push(check);
    try {
      const readiness = await organiser.client.festival.getReadiness({ params: { festivalId: festival.id } });
      expect(readiness.blockers).toEqual(['ticket_type']);
    } finally {
      readinessChecks.splice(readinessChecks.indexOf(check), 1);
    }
  });

  test('is published once by many who press at once', async () => {
    const { organiser, festival } = await create();
    const params = { festivalId: festival.id };
    const press = () => organiser.client.festival.moveFestival({ params, body: { to: 'PUBLISHED' } });
    // The owner holds the row until all of them stand before it: whoever decided without a lock would decide wrongly now.
    const owner = await api.ownerPool.connect();
    await owner.query('begin');
    await owner.query('select from festival where id = $1 for update', [festival.id]);
    const presses = Promise.allSettled(Array.from({ length: 6 }, press));
    try {
      await eventually(async () => expect(await waiting()).toBe(6));
    } finally {
      await owner.query('commit');
      owner.release();
    }
    const published = (await presses).filter((answer) => answer.status === 'fulfilled').map((answer) => answer.value);
    expect(published).toHaveLength(1);
    expect(published[0]?.publishedAt).toMatch(/^\d{4}-/);
    expect((await eventsOf(festival.id)).filter((event) => event.name === 'festival.moved')).toHaveLength(1);
  });

  const waiting = async () => {
    const { rows } = await api.ownerPool.query<{ sessions: number }>(
      `select count(*) as sessions from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0]?.sessions;
  };
});
