/** Every route of the platform, walked by those who have no business there: what belongs to a festival stays in it. */
import { fillPath, queryString, type Route } from '@festivals/contract';
import { api as contract } from '@festivals/domain';
import { type DeviceId, type FestivalId, TicketTypeId } from '@festivals/domain/primitives';
import { seedDemo } from '@festivals/database/demo/seed';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueDeviceToken } from '../identity/access-token.ts';
import { allRoutes } from '../platform/boot-check.ts';
import { insertGuestList } from '../ticketing/guests/testing.ts';
import { insertHandwork } from '../ticketing/testing.ts';
import { allEnded } from './all-ended.ts';
import { sampleBody, sampleOf } from './sample-input.ts';
import { personalRoutes, publicRoutes } from './stranger-routes.ts';
import { startApi, type TestApi } from './start-api.ts';

interface Stranger {
  who: string;
  kind: 'guest' | 'person' | 'device';
  token: string | null;
}

const strangers: Stranger[] = [
  { who: 'a guest', kind: 'guest', token: null },
  { who: 'someone signed in', kind: 'person', token: null },
  { who: 'an organiser of another festival', kind: 'person', token: null },
  { who: 'a device of another festival', kind: 'device', token: null },
];

let api: TestApi;
/** Ids of the festival that is walked upon, by the name of the parameter. */
let ids: Record<string, string>;
/** Every id of every row of that festival. */
let treasure: Set<string>;
let tenantTables: { name: string; column: string }[];
let organiser: string;
let otherFestivalId: string;
let draft: { festivalId: string; slug: string };

beforeAll(async () => {
  api = await startApi();
  const { ownerPool } = api;
  await seedDemo(api.resources.env.DATABASE_URL);
  const one = async (sql: string, values: unknown[] = []) =>
    (await ownerPool.query<Record<string, string>>(sql, values)).rows[0] ?? {};

  const mine = await one(
    `select festival_id as id, slug from ticket t join festival f on f.id = t.festival_id group by 1, 2 order by count(*) desc limit 1`,
  );
  const festivalId = mine['id'] ?? '';
  const other = await one('select id from festival where id <> $1 and status <> $2 order by starts_on limit 1', [
    festivalId,
    'DRAFT',
  ]);
  const secret = await one(`select id, slug from festival where status = 'DRAFT' limit 1`);
  draft = { festivalId: secret['id'] ?? '', slug: secret['slug'] ?? '' };

  await allEnded(ownerPool);
  await ownerPool.query('select lookup.roll_up_ledger(1000000)');
  const owner = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  organiser = owner.token;
  const mineToo = await someRowsOfTheRest(festivalId);
  await holdWithCode(festivalId);
  tenantTables = (
    await ownerPool.query<{ name: string; column: string }>(`
      select c.relname as name, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = case c.relname when 'festival' then 'id' else 'festival_id' end
      order by 1`)
  ).rows;
  ids = {
    festivalId,
    list: 'stands',
    slug: mine['slug'] ?? '',
    ticketTypeId: (await one('select id from ticket_type where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    basketId: (await one('select id from basket where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    orderId: (await one('select order_id as id from ticket where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    paymentId: (await one('select id from payment where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    ticketId: (await one('select id from ticket where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    stageId: (await one('select id from stage where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    artistId: (await one('select id from artist where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    artistSlug:
      (
        await one(
          `select slug from artist a join slot s on s.festival_id = a.festival_id and s.artist_id = a.id
           where a.festival_id = $1 and s.status = 'CONFIRMED' and s.announcement = 'OPEN' limit 1`,
          [festivalId],
        )
      )['slug'] ?? '',
    slotId: (await one('select id from slot where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    standId: (await one('select id from stand where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    placeId: (await one('select id from place where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    layerId: mineToo.layerId,
    massRefundId: mineToo.massRefundId,
    noteId: mineToo.noteId,
    refundId: (await one('select id from refund where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    ...(await insertGuestList(api, festivalId)),
    newsId: (await one('select id from news where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    productId: (await one('select id from product where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    quotaId: (await one('select id from quota where festival_id = $1 and shared limit 1', [festivalId]))['id'] ?? '',
    optionId: (await one('select id from ticket_option where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    codeId: (await one('select id from promo_code where festival_id = $1 limit 1', [festivalId]))['id'] ?? v7(),
    gateId: (await one('select id from gate where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    stockItemId: (await one('select id from stock_item where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    volunteerId: (await one('select id from volunteer where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    importId: await someImport(festivalId),
    feedId: v7(),
    secret: 'x'.repeat(43),
    deviceId: mineToo.deviceId,
    pictureId: mineToo.pictureId,
    invitationId: mineToo.invitationId,
    recordId: (await one('select id from stage where festival_id = $1 limit 1', [festivalId]))['id'] ?? '',
    provider: 'stripe',
    number: '1',
    differenceId: v7(),
    providerId: 'nobody',
    identityId: v7(),
    personId: owner.id,
    sessionId: owner.sessionId,
    day: '2027-07-16',
  };
  // The first code that is signed makes the festival's key.
  await walk(contract.ticketing.getOrder, organiser, ids);
  treasure = await idsOf(festivalId);

  otherFestivalId = other['id'] ?? '';
  const theirDevice = { deviceId: v7() as DeviceId, festivalId: otherFestivalId as FestivalId };
  await insertDevice(theirDevice.festivalId, theirDevice.deviceId);
  const [, visitor, rival, device] = strangers as [Stranger, Stranger, Stranger, Stranger];
  visitor.token = (await api.person()).token;
  rival.token = (await api.person({ roles: [{ festivalId: theirDevice.festivalId, role: 'ORGANISER' }] })).token;
  device.token = await issueDeviceToken(api.resources.env, theirDevice, new Date(Date.now() + 3_600_000));
}, 400_000);
afterAll(() => api.stop());

/** What the demo has none of: a device, an enrolment, a scan, a seal. */
async function someRowsOfTheRest(
  festivalId: string,
): Promise<Record<'deviceId' | 'invitationId' | 'layerId' | 'pictureId' | 'massRefundId' | 'noteId', string>> {
  const [deviceId, invitationId, layerId] = [v7(), v7(), v7()];
  const [pictureId, massRefundId, noteId] = [v7(), v7(), v7()];
  await insertDevice(festivalId, deviceId);
  const bytes = Buffer.alloc(32, 7);
  const insert = (sql: string, ...values: unknown[]) => api.ownerPool.query(sql, [festivalId, ...values]);
  await insert(
    `insert into device_enrolment (festival_id, id, code_hash, name, rights, expires_at) values ($1, $2, $3, 'Gate', '{scan}', now() + interval '1 hour')`,
    v7(),
    bytes,
  );
  await insert(
    `insert into payment_setting (festival_id, practice, online, embedded) values ($1, true, '{}', false) on conflict do nothing`,
  );
  await insert(
    `insert into provider_charge (festival_id, payment_id, provider, embedded, fee, open, fees_booked_at)
     select festival_id, id, provider, false, 0, false, now() from payment where festival_id = $1 limit 1`,
  );
  await insert(
    `insert into dispute (festival_id, id, payment_id, provider, reference, status, amount, currency, reason)
     select festival_id, $2, id, 'stripe', 'du_1', 'OPEN', 100, 'EUR', 'general' from payment where festival_id = $1 limit 1`,
    v7(),
  );
  await insert(
    `insert into payment_difference (festival_id, id, provider, reference, kind) values ($1, $2, 'stripe', 'pi_1', 'UNKNOWN_HERE')`,
    v7(),
  );
  await insert(`insert into festival_domain (festival_id, host, token) values ($1, 'mine.example.org', 'x')`);
  // One that waits and gives nothing back: the books are audited here as well.
  await insert(
    `with given as (
       insert into refund (festival_id, id, order_id, payment_id, amount, currency, reason)
       select festival_id, $2, order_id, id, 0, 'EUR', 'to be walked past' from payment where festival_id = $1 and status = 'COMPLETED' limit 1
       returning order_id)
     insert into refund_ticket (festival_id, refund_id, ticket_id, amount, vat_amount)
     select t.festival_id, $2, t.id, 0, 0 from ticket t join given on t.festival_id = $1 and t.order_id = given.order_id limit 1`,
    v7(),
  );
  await insertHandwork(api, festivalId, { massRefundId, noteId });
  await insert(
    `insert into map_layer (festival_id, id, name, audience) values ($1, $2, '{"en": "Crew"}', 'CREW')`,
    layerId,
  );
  await insert(
    `insert into invitation (festival_id, id, email, role, language, invited_by, sent_at, expires_at)
     select festival_id, $2, 'asked@example.org', 'STAFF', 'en', person_id, now(), now() + interval '1 day'
     from membership where festival_id = $1 limit 1`,
    invitationId,
  );
  await insert(
    `insert into favourite (festival_id, person_id, kind, subject_id, chosen, changed_at)
     select a.festival_id, m.person_id, 'artist', a.id, true, now()
     from artist a join membership m on m.festival_id = a.festival_id where a.festival_id = $1 limit 1`,
  );
  await insert(
    `insert into scan_inbox (festival_id, hash, bytes, received_from, outcome) values ($1, $3, $3, $2, 'BOOKED')`,
    deviceId,
    bytes,
  );
  await insert(
    `insert into scan_fact (festival_id, id, device_id, epoch, sequence, hash, previous, ticket_id, decision, at)
     select $1, $3, $2, 1, 1, $4, $4, id, 'admitted', now() from ticket where festival_id = $1 limit 1`,
    deviceId,
    v7(),
    bytes,
  );
  await insert(
    `insert into admission (festival_id, id, ticket_id, device_id, at, received_at, is_primary)
     select festival_id, id, ticket_id, device_id, at, now(), true from scan_fact where festival_id = $1`,
  );
  await allEnded(api.ownerPool);
  await api.ownerPool.query('select lookup.seal_events(1000)');
  await insert(
    `insert into picture (festival_id, id, hash, address, name, width, height, widths, bytes)
     values ($1, $2, $3, $4, 'crowd.jpg', 640, 480, '{320,640}', 1000)`,
    pictureId,
    bytes,
    'a'.repeat(32),
  );
  await insert(
    `insert into festival_picture (festival_id, use, position, picture_id) values ($1, 'GALLERY', 0, $2)`,
    pictureId,
  );
  return { deviceId, invitationId, layerId, pictureId, massRefundId, noteId };
}

/** A basket that holds the use of a code. */
async function holdWithCode(festivalId: FestivalId): Promise<void> {
  const { rows } = await api.ownerPool.query<{ id: string }>(
    'select id from ticket_type where festival_id = $1 order by sort_order limit 1',
    [festivalId],
  );
  const items = [{ ticketTypeId: TicketTypeId.parse(rows[0]?.id), quantity: 1 }];
  const body = { secret: 'x'.repeat(43), items, codes: ['SOLBRUME10'] };
  await api.client('site').ticketing.holdBasket({ params: { festivalId }, body });
}

/** An import of the programme, an id that it remembers, and the crew's calendar. */
async function someImport(festivalId: string): Promise<string> {
  const importId = v7();
  await api.ownerPool.query(
    `insert into programme_import (festival_id, id, name, status, created_at) values ($1, $2, 'line-up.csv', 'READY', now())`,
    [festivalId, importId],
  );
  await api.ownerPool.query(
    `insert into slot_source (festival_id, source, external_id, slot_id) select $1, 'table', '1', id from slot where festival_id = $1 limit 1`,
    [festivalId],
  );
  await api.ownerPool.query(
    `insert into programme_feed (festival_id, id, name, secret_hash, created_at) values ($1, $2, 'Crew', $3, now())`,
    [festivalId, v7(), Buffer.alloc(32, 3)],
  );
  return importId;
}

const insertDevice = (festivalId: string, id: string) =>
  api.ownerPool.query(
    `insert into device (festival_id, id, name, rights, public_key, not_after, last_seen_at) values ($1, $2, 'Gate', '{scan}', $3, now() + interval '1 day', now())`,
    [festivalId, id, Buffer.alloc(32, 1)],
  );

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

async function idsOf(festivalId: string): Promise<Set<string>> {
  const all = await Promise.all(
    tenantTables.map(({ name, column }) =>
      api.ownerPool.query<{ row: string }>(`select t::text as row from ${name} t where ${column} = $1`, [festivalId]),
    ),
  );
  return new Set(all.flatMap(({ rows }) => rows).flatMap(({ row }) => row.match(uuid) ?? []));
}

/** A digest of every row of the festival, table by table. */
async function stateOf(festivalId: string): Promise<Record<string, string>> {
  const digests = await Promise.all(
    tenantTables.map(async ({ name, column }) => {
      const { rows } = await api.ownerPool.query<{ state: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as state from ${name} t where ${column} = $1`,
        [festivalId],
      );
      return [name, rows[0]?.state ?? ''];
    }),
  );
  return Object.fromEntries(digests);
}

async function walk(
  route: Route,
  token: string | null,
  params: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const body = sampleBody(route);
  const query = route.query ? (sampleQuery(route.query) as Record<string, unknown>) : {};
  const response = await fetch(api.url + fillPath(route.path, params) + queryString(query), {
    method: route.method,
    headers: {
      'x-face': 'app',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': body.type }),
      ...(route.idempotent && { 'idempotency-key': v7() }),
    },
    ...(body && { body: body.bytes }),
  });
  return { status: response.status, text: await response.text() };
}

/** Only what a query cannot do without: a cursor out of the air would be refused for itself. */
function sampleQuery(schema: NonNullable<Route['query']>): unknown {
  return schema.safeParse({}).success ? {} : sampleOf(schema);
}

/** What a stranger must be answered. */
function expected(name: string, route: Route, stranger: Stranger): readonly number[] {
  const open = publicRoutes[name];
  if (route.permission === 'public') return open ?? [];
  if (route.permission === 'device')
    return stranger.kind === 'device' && route.path.includes(':festivalId') ? [403] : [401];
  if (stranger.kind !== 'person') return [401];
  if (route.permission !== 'signed_in') return [403];
  return personalRoutes[name] ?? (route.params ? [404] : [200, 201, 204]);
}

const routes = allRoutes(contract);
/** They end the session that they are asked with; whoever walks on needs theirs. */
const farewells = new Set(['identity.logout', 'identity.logoutEverywhere']);

test('every tenant table has rows to protect', async () => {
  const empty = Object.entries(await stateOf(ids['festivalId'] ?? '')).filter(([, state]) => state.startsWith('0 '));
  expect(empty).toEqual([]);
  expect(treasure.size).toBeGreaterThan(1000);
});

test('none of them is visible before a festival is entered', async () => {
  for (const { name } of tenantTables) {
    const visible = await api.resources.pool
      .query(`select from ${name} limit 1`)
      .catch((error: Error) => ({ rowCount: error.message }));
    expect(visible.rowCount === 0 || String(visible.rowCount).startsWith('permission denied'), name).toBe(true);
  }
});

describe('from inside another festival', () => {
  /** One statement as the API's role, in the other festival's transaction; what it says, or why it was refused. */
  async function inside(sql: string): Promise<number | string> {
    const client = await api.resources.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.festival', $1, true)`, [otherFestivalId]);
      const { rowCount } = await client.query(sql);
      return rowCount ?? 0;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  test('not one of them can be seen, changed or taken away, whatever a query forgets', async () => {
    for (const { name, column } of tenantTables) {
      const mine = `where ${column} = '${ids['festivalId']}'`;
      const outcomes = [
        await inside(`select from ${name} ${mine}`),
        await inside(`update ${name} set ${column} = ${column} ${mine}`),
        await inside(`delete from ${name} ${mine}`),
      ];
      const leaks = outcomes.filter((outcome) => outcome !== 0 && !String(outcome).startsWith('permission denied'));
      expect(leaks, name).toEqual([]);
    }
  });
  test('none can be added', async () => {
    const person = (await api.person()).id;
    expect(
      await inside(
        `insert into membership (festival_id, person_id, role) values ('${otherFestivalId}', '${person}', 'STAFF')`,
      ),
    ).toBe(1);
    expect(
      await inside(
        `insert into membership (festival_id, person_id, role) values ('${ids['festivalId']}', '${person}', 'STAFF')`,
      ),
    ).toMatch('violates row-level security policy');
  });
});

test('every parameter of a path is known to this walk, and every public route is on its list', () => {
  const parameters = new Set(
    routes.flatMap(([, { path }]) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')),
  );
  expect([...parameters].filter((name) => !(name in ids))).toEqual([]);
  expect(
    routes
      .filter(([, { permission }]) => permission === 'public')
      .map(([name]) => name)
      .toSorted(),
  ).toEqual(Object.keys(publicRoutes).toSorted());
});

test('the festival’s own organiser is answered at the same addresses', async () => {
  for (const [name, route] of routes.filter(
    ([, { method, permission }]) => method === 'GET' && permission.includes('.'),
  )) {
    expect((await walk(route, organiser, ids)).status, name).toBe(200);
  }
});

describe.each(strangers)('$who', (stranger) => {
  test('gets nothing, learns nothing and changes nothing', async () => {
    const before = await stateOf(ids['festivalId'] ?? '');
    for (const [name, route] of routes) {
      const isFarewell = farewells.has(name) && stranger.kind === 'person';
      const token = isFarewell ? (await api.person()).token : stranger.token;
      const { status, text } = await walk(route, token, ids);
      expect(expected(name, route, stranger), `${name} answered ${status}: ${text.slice(0, 300)}`).toContain(status);
      if (publicRoutes[name]?.includes(200)) continue;
      const learned = (text.match(uuid) ?? []).filter((id) => treasure.has(id) && !Object.values(ids).includes(id));
      expect(learned, `${name} tells of ${ids['slug']}`).toEqual([]);
    }
    expect(await stateOf(ids['festivalId'] ?? '')).toEqual(before);
  });
});

/** What is asked after rather than looked at is answered: that there is none, word for word. */
const nothingThere: Readonly<Record<string, string>> = { 'festival.findMyFestival': '{"data":{"festival":null}}' };

test('a draft is not there for strangers, wherever they look', async () => {
  const asDraft = { ...ids, ...draft };
  const { token } = await api.person();
  for (const [name, route] of routes.filter(([, { path }]) => /:festivalId|:slug/.test(path))) {
    for (const as of [null, token]) {
      const { status, text } = await walk(route, as, asDraft);
      if (as !== null && text === nothingThere[name]) continue;
      expect([401, 403, 404], `${name} answered ${status}: ${text.slice(0, 300)}`).toContain(status);
    }
  }
});
