import { seedDemo } from '@festivals/database/demo/seed';
import type { FestivalId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { copiedTables } from './copied-tables.ts';
import { failureOf } from './testing.ts';

/** What stays behind on purpose: what was sold, scanned, paid, sealed, signed or announced, and who did it. */
const stayBehind = [
  'admission',
  'artist_fee',
  'audit_head',
  'audit_seal',
  'basket',
  'basket_claim',
  'basket_code',
  'basket_line',
  'device',
  'device_enrolment',
  'event',
  'favourite',
  'festival',
  'festival_key',
  'invitation',
  'key_replacement',
  'key_replacement_order',
  'ledger_entry',
  'ledger_sum',
  'membership',
  'news',
  'festival_domain',
  'festival_address',
  'dispute',
  'payment',
  'payment_difference',
  'picture_use',
  'picture_view',
  'posting',
  'product_price',
  'promo_code',
  'provider_charge',
  'programme_feed',
  'programme_import',
  'refund',
  'refund_ticket',
  'mass_refund',
  'refund_line',
  'refund_by_hand',
  'order_presentment',
  'presentment_rate',
  'order_note',
  'guest',
  'guest_list',
  'order_answer',
  'order_attendee',
  'mass_refund_order',
  'sandbox_charge',
  'scan_fact',
  'scan_inbox',
  'search_word',
  'slot_source',
  'stock_movement',
  'tally',
  'ticket',
  'ticket_link',
  'ticket_order',
  'volunteer',
];

let api: TestApi;
let source: FestivalId;
let organiser: Awaited<ReturnType<TestApi['person']>>;
beforeAll(async () => {
  api = await startApi();
  await seedDemo(api.resources.env.DATABASE_URL);
  const { rows } = await api.ownerPool.query<{ id: FestivalId }>(`select id from festival where slug = 'solbrume'`);
  source = rows[0]?.id ?? ('' as FestivalId);
  organiser = await api.person({ roles: [{ festivalId: source, role: 'ORGANISER' }] });
}, 400_000);
afterAll(() => api.stop());

const count = async (table: string, festivalId: string) =>
  Number(
    (await api.ownerPool.query(`select count(*)::int as n from ${table} where festival_id = $1`, [festivalId])).rows[0]
      ?.n,
  );
const nextYear = (wanted: object = {}) => ({
  name: 'Solbrume encore',
  slug: `encore-${v7().slice(-12)}`,
  startsOn: '2041-07-19',
  ...wanted,
});
const duplicate = (wanted: object = {}, key = v7()) =>
  organiser.client.festival.duplicateFestival(
    { params: { festivalId: source }, body: nextYear(wanted) },
    { idempotencyKey: key },
  );

describe('a duplicate', () => {
  test('is a draft with all that was encoded, at the new dates, and with nothing that happened', async () => {
    const { festival: client, programme, stands, ticketing } = organiser.client;
    const before = await client.getFestival({ params: { festivalId: source } });
    const preview = await client.previewDuplicate({ params: { festivalId: source } });
    const copy = await duplicate();
    expect(copy).toMatchObject({
      status: 'DRAFT',
      version: 1,
      publishedAt: null,
      startsOn: '2041-07-19',
      endsOn: '2041-07-21',
      theme: before.theme,
      place: before.place,
      languages: before.languages,
      tagline: before.tagline,
    });

    const counted = Object.fromEntries(preview.map(({ thing, count }) => [thing, count]));
    const params = { festivalId: copy.id };
    const draft = await programme.getProgrammeDraft({ params });
    expect({ stages: draft.stages.length, artists: draft.artists.length, slots: draft.slots.length }).toEqual({
      stages: counted['stages'],
      artists: counted['artists'],
      slots: 0,
    });
    const [theirs, mine] = [
      await stands.listStands({ params: { festivalId: source } }),
      await stands.listStands({ params }),
    ];
    const menuOf = (all: typeof theirs) =>
      all.map(({ name, products }) => [name, products.map((one) => [one.name, one.price, one.vat])]);
    expect(menuOf(mine)).toEqual(menuOf(theirs));
    expect(mine.flatMap(({ products }) => products)).toHaveLength(counted['products'] ?? -1);
    expect(await count('product_price', copy.id)).toBe(counted['products']);

    const types = await ticketing.listTicketTypes({ params });
    expect(types).toHaveLength(counted['ticket_types'] ?? -1);
    expect(new Set(types.flatMap(({ quota }) => [quota.sold, quota.held]))).toEqual(new Set([0]));
    for (const table of ['ticket', 'ticket_order', 'basket', 'payment', 'device', 'festival_key'])
      expect([table, await count(table, copy.id)]).toEqual([table, 0]);
    expect(await count('membership', copy.id)).toBe(1);
  });

  test('shares no id with the first, and refers only to itself', async () => {
    const copy = await duplicate({ slots: true });
    for (const { table } of copiedTables) {
      const { rows } = await api.ownerPool.query(
        `select to_jsonb(t)::text as text from ${table} t where festival_id = $1`,
        [copy.id],
      );
      const text = rows.map((row) => String(row.text)).join('\n');
      expect([table, text.includes(source)]).toEqual([table, false]);
    }
    const { rows } = await api.ownerPool.query(
      `select count(*)::int as n from stage a join stage b using (id) where a.festival_id <> b.festival_id`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('has its sets at the same time of the clock on the moved day, to be confirmed anew', async () => {
    const copy = await duplicate({ slots: true, startsOn: '2041-12-13' });
    const { rows } = await api.ownerPool.query(
      `with set as (
         select s.festival_id, f.starts_on, s.day, s.starts_at at time zone f.zone as wall, s.status, st.name as stage, coalesce(a.name, s.title, '') as name
         from slot s join festival f on f.id = s.festival_id
           join stage st on st.festival_id = s.festival_id and st.id = s.stage_id
           left join artist a on a.festival_id = s.festival_id and a.id = s.artist_id
         where s.festival_id = any($1::uuid[]) and s.status <> 'CANCELLED')
       select mine.status, count(*)::int as n,
         bool_and(mine.day - mine.starts_on = theirs.day - theirs.starts_on
           and mine.wall - mine.starts_on = theirs.wall - theirs.starts_on) as same
       from set mine join set theirs on theirs.stage = mine.stage and theirs.name = mine.name and theirs.festival_id <> mine.festival_id
         and theirs.wall::time = mine.wall::time and theirs.day - theirs.starts_on = mine.day - mine.starts_on
       where mine.festival_id = $2 group by 1`,
      [[source, copy.id], copy.id],
    );
    const all = (await organiser.client.programme.getProgrammeDraft({ params: { festivalId: copy.id } })).slots;
    expect(all.length).toBeGreaterThan(50);
    expect(rows).toEqual([{ status: 'PENDING', n: all.length, same: true }]);
  });

  test('moves sale windows by the clock on the wall', async () => {
    const { client } = organiser;
    const params = { festivalId: source };
    const type = await client.ticketing.createTicketType({
      params,
      body: {
        name: { en: 'Window' },
        price: 100,
        vat: 600,
        capacity: 5,
        maxPerOrder: 2,
        onSaleFrom: '2027-01-10T09:00:00.000Z',
        onSaleUntil: null,
      },
    });
    const first = await client.festival.getFestival({ params });
    // As many days later as lie between winter and summer: ten o'clock stays ten o'clock.
    const copy = await duplicate({ startsOn: addDaysTo(first.startsOn, 180) });
    const types = await client.ticketing.listTicketTypes({ params: { festivalId: copy.id } });
    const copied = types.find(({ name }) => name.en === 'Window');
    expect(copied?.id).not.toBe(type.id);
    expect(copied?.onSaleFrom).toBe('2027-07-09T08:00:00.000Z');
    expect(copied?.onSaleUntil).toBeNull();
  });

  test('takes the team along where that is wanted', async () => {
    const team = await organiser.client.identity.listMembers({ params: { festivalId: source }, query: {} });
    const copy = await duplicate({ team: true });
    const theirs = await organiser.client.identity.listMembers({ params: { festivalId: copy.id }, query: {} });
    const named = (members: typeof team) => members.items.map(({ personId, role }) => `${personId} ${role}`).toSorted();
    expect(named(theirs)).toEqual(named(team));
  });

  test('asked for twice with one key is made once; its events say where it comes from', async () => {
    const key = v7();
    const body = nextYear();
    const [one, other] = [await duplicate(body, key), await duplicate(body, key)];
    expect(other).toEqual(one);
    const { rows } = await api.ownerPool.query(
      `select name, after ->> 'from' as "from" from event where festival_id = $1 order by seq`,
      [one.id],
    );
    expect(rows).toEqual([
      { name: 'festival.duplicated', from: source },
      { name: 'identity.member_added', from: null },
    ]);
  });

  test('is refused whole when its address is taken', async () => {
    const before = (await api.ownerPool.query('select count(*)::int as n from stage')).rows;
    expect(await failureOf(duplicate({ slug: 'zoutlicht' }))).toMatchObject({ name: 'SLUG_TAKEN' });
    expect((await api.ownerPool.query('select count(*)::int as n from stage')).rows).toEqual(before);
  });

  test('is made by an organiser alone', async () => {
    const { client } = await api.person({ roles: [{ festivalId: source, role: 'PROGRAMMER' }] });
    const params = { festivalId: source };
    const calls = [
      client.festival.duplicateFestival({ params, body: nextYear() }),
      client.festival.previewDuplicate({ params }),
    ];
    expect(await Promise.all(calls.map(failureOf))).toMatchObject([{ status: 403 }, { status: 403 }]);
  });

  test.each([{ name: '' }, { slug: 'A B' }, { slug: 'account' }, { startsOn: '2041-02-30' }, { slots: 'all' }])(
    'is refused when it makes no sense: %j',
    async (wrong) => {
      expect(await failureOf(duplicate(wrong))).toMatchObject({ name: 'VALIDATION_FAILED' });
    },
  );
});

test('every table of a festival goes along or stays behind on purpose', async () => {
  const { rows } = await api.ownerPool.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'festival_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
  const decided = new Set([...stayBehind, ...copiedTables.map(({ table }) => table as string)]);
  expect(rows.map(({ name }) => name).filter((name) => !decided.has(name))).toEqual([]);
});

const addDaysTo = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
