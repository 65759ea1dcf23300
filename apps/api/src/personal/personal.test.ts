import { seedDemo } from '@festivals/database/demo/seed';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestMessages } from '../mail/mailbox.ts';
import { modules } from '../modules.ts';
import { systemContext } from '../platform/context.ts';
import { eventually } from '../testing/eventually.ts';
import { movableClock } from '../testing/movable-clock.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { waitingSessions } from '../testing/waiting-sessions.ts';

const clock = movableClock();
const password = 'sept chats dans le foin';
let api: TestApi;
let festivalId: string;
beforeAll(async () => {
  api = await startApi({ clock });
  await seedDemo(api.resources.env.DATABASE_URL);
  festivalId = String((await rows(`select id from festival where slug = 'solbrume'`))[0]?.['id']);
}, 400_000);
afterAll(() => api.stop());

const rows = async (sql: string, ...values: unknown[]) =>
  (await api.ownerPool.query<Record<string, unknown>>(sql, values)).rows;
async function mailTo(email: string) {
  await api.runJobsOnce();
  return (await newestMessages(api.resources.env.FESTIVALS_DATA)).find(({ to }) => to === email);
}
const scheduled = (name: string) => {
  const job = modules.find(({ schedule }) => schedule?.[name])?.schedule?.[name];
  if (!job) throw new Error(`no ${name}`);
  return job.run(systemContext(api.resources));
};
/** Somebody with an order, roles, an invitation, a crew and a change of address. */
async function somebody() {
  const person = await api.person({ password, name: 'Ada Łovelace', roles: [{ festivalId, role: 'STAFF' }] });
  const browser = api.browser('site');
  await browser.identity.login({ body: { email: person.email, password } });
  await rows(
    `with o as (
       update ticket_order set email = $2, name = 'Ada Łovelace' where festival_id = $1 and id =
         (select order_id from ticket where festival_id = $1 and order_id not in (select id from ticket_order where person_id is not null) order by id limit 1)
       returning id)
     update ticket set holder = 'Ada Łovelace' where festival_id = $1 and order_id in (select id from o)`,
    festivalId,
    person.email,
  );
  await rows(
    `insert into volunteer (festival_id, id, email, name, crew, phone) values ($1, $2, $3, 'Ada Łovelace', 'Gates', '+32470000000')`,
    festivalId,
    v7(),
    person.email,
  );
  await rows(
    `insert into invitation (festival_id, id, email, role, language, invited_by, sent_at, expires_at)
     select festival_id, $2, $3, 'SECURITY', 'en', person_id, now(), now() + interval '1 day' from membership where festival_id = $1 limit 1`,
    festivalId,
    v7(),
    person.email,
  );
  await browser.identity.askEmailChange({ body: { email: `new-${person.email}`, password } });
  return { ...person, browser };
}

/** Columns that are about people, each table decided: by a part of a domain, or here with the reason why by none. */
const undecided: Readonly<Record<string, string>> = {
  account_deletion: 'what this very domain plans, told at /auth/me/data, gone with the account',
  data_export: 'the copy itself, gone with the account',
  artist_fee: 'who set it, by an id that leads to nobody once the account is gone',
  slot: 'who changed it last, by such an id',
  device_enrolment: 'who offered it, by an id that leads to nobody once the account is gone',
  programme_feed: 'who made it, by such an id',
  programme_import: 'who brought it, by such an id',
  stock_movement: 'who counted, by such an id',
  mass_refund: 'who began and stopped it, by such an id',
  order_note: 'who of the team wrote it, by such an id',
  payment_difference: 'who looked at it, by such an id',
  presentment_rate: 'who set it, by such an id',
  refund_by_hand: 'who paid it, by such an id; whose money it was is told with the order',
  refund: 'who gave it back, by such an id; whose money it was is told with the order',
};

describe('every table with a column about people', () => {
  it('is decided upon', async () => {
    const tables = await rows(
      `select distinct c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
         and (a.attname ~ '(^|_)(email|phone|holder|person_id|actor_id|session_id)$'
           or (a.attname ~ '_by$' and a.atttypid = 'uuid'::regtype)
           or exists (select from pg_constraint k where k.conrelid = c.oid and k.confrelid = 'person'::regclass and a.attnum = any(k.conkey))
           or c.relname = 'person')
       order by 1`,
    );
    const decided = modules.flatMap(({ personal = [] }) => personal).flatMap((part) => part.tables);
    const known = new Set([...decided, ...Object.keys(undecided)]);
    expect(tables.map(({ name }) => name).filter((name) => !known.has(String(name)))).toEqual([]);
    expect(Object.keys(undecided).filter((name) => decided.includes(name))).toEqual([]);
  });
});

describe('a copy of my data', () => {
  it('is made by a job, told by mail, complete, mine alone, and gone after a week', async () => {
    const { browser, email, id } = await somebody();
    expect((await browser.personal.getMyData({})).export).toEqual({ state: 'none', madeAt: null, expiresAt: null });
    expect(await refusalOf(browser.personal.downloadMyExport({}))).toMatchObject({ status: 404 });
    await browser.personal.askMyExport({});
    expect((await browser.personal.getMyData({})).export.state).toBe('making');
    expect(await refusalOf(browser.personal.askMyExport({}))).toMatchObject({ status: 429, name: 'EXPORTED_LATELY' });
    expect((await mailTo(email))?.subject).toBe('The copy of your data is ready');
    expect((await browser.personal.getMyData({})).export.state).toBe('ready');
    const copy: Record<string, unknown[]> = JSON.parse(await (await browser.personal.downloadMyExport({})).text());
    expect(copy).toMatchObject({
      account: [{ id, email, name: 'Ada Łovelace' }],
      sessions: expect.arrayContaining([expect.objectContaining({ face: 'site' })]),
      addressChange: [{ new_email: `new-${email}` }],
      festivals: [
        {
          roles: [{ role: 'STAFF' }],
          orders: [{ email, lines: expect.any(Array) }],
          tickets: expect.arrayContaining([expect.objectContaining({ holder: 'Ada Łovelace' })]),
          volunteering: [{ crew: 'Gates', phone: '+32470000000' }],
          invitations: [{ role: 'SECURITY' }],
        },
      ],
    });
    expect(JSON.stringify(copy)).not.toMatch(/password_hash|\$argon2|token_hash/);
    expect(await refusalOf((await api.person()).client.personal.downloadMyExport({}))).toMatchObject({ status: 404 });
    clock.pass(7 * 24 * 3600 + 1);
    await scheduled('personal.erase_due');
    expect(await rows('select from data_export where person_id = $1', id)).toEqual([]);
    clock.pass(-(7 * 24 * 3600 + 1));
  });
});

describe('the end of my account', () => {
  it('wants my password, can be undone for two weeks, and then leaves nobody', async () => {
    const { browser, email, id } = await somebody();
    expect(await refusalOf(browser.personal.askMyDeletion({ body: {} }))).toMatchObject({ name: 'WRONG_PASSWORD' });
    expect(await browser.personal.askMyDeletion({ body: { password } })).toEqual({ state: 'planned' });
    expect((await mailTo(email))?.subject).toMatch(/^Your account will be deleted on/);
    await browser.personal.cancelMyDeletion({});
    expect((await browser.personal.getMyData({})).deletionAt).toBeNull();
    await browser.personal.askMyDeletion({ body: { password } });
    await scheduled('personal.erase_due');
    expect((await browser.identity.me({})).id).toBe(id);

    clock.pass(14 * 24 * 3600 + 1);
    await scheduled('personal.erase_due');
    expect(await refusalOf(browser.identity.me({}))).toMatchObject({ status: 401 });
    expect(await refusalOf(api.browser('site').identity.login({ body: { email, password } }))).toMatchObject({
      name: 'INVALID_CREDENTIALS',
    });
    expect(await rows('select name, phone, password_hash, email::text from person where id = $1', id)).toEqual([
      { name: '–', phone: null, password_hash: null, email: `erased-${id}@erased.invalid` },
    ]);
    // A ticket of a festival to come still opens its gate; after it, nobody is in the books any more.
    const bought = () => rows('select name, email::text as email from ticket_order where person_id = $1', id);
    expect(await bought()).toEqual([{ name: 'Ada Łovelace', email }]);
    await rows(`update festival set starts_on = '2020-07-01', ends_on = '2020-07-03' where id = $1`, festivalId);
    await scheduled('ticketing.forget_buyers');
    expect(await bought()).toEqual([{ name: '', email: expect.stringMatching(/^erased-.*@erased\.invalid$/) }]);
    expect(await leftOf(id, email)).toEqual([]);
    clock.pass(-(14 * 24 * 3600 + 1));
    // The address is free again.
    await api.browser('site').identity.register({ body: { email, password, name: 'Ada', language: 'en' } });
    expect((await mailTo(email))?.subject).toBe('Confirm your address');
  });

  /** Wherever the address, the name or a right of the person still stands, but for the sealed trail. */
  async function leftOf(id: string, email: string): Promise<string[]> {
    const tables = await rows(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    );
    const left: string[] = [];
    for (const { name } of tables) {
      if (['event', 'idempotency'].includes(String(name))) continue;
      const found = await rows(`select from ${name} t where position($1 in t::text) > 0 limit 1`, email);
      if (found.length > 0) left.push(String(name));
    }
    const rights = await rows(
      'select from membership where person_id = $1 union all select from session where person_id = $1',
      id,
    );
    return rights.length > 0 ? [...left, 'rights'] : left;
  }

  it('is confirmed by mail where there is no password', async () => {
    const { client, email } = await api.person();
    expect(await client.personal.askMyDeletion({ body: {} })).toEqual({ state: 'mailed' });
    expect((await client.personal.getMyData({})).deletionAt).toBeNull();
    const token = /token=([\w-]+)/.exec((await mailTo(email))?.text ?? '')?.[1] ?? '';
    expect(await refusalOf((await api.person()).client.personal.confirmMyDeletion({ body: { token } }))).toMatchObject({
      name: 'INVALID_TOKEN',
    });
    await client.personal.confirmMyDeletion({ body: { token } });
    expect((await client.personal.getMyData({})).deletionAt).not.toBeNull();
  });

  it('is refused to the last organiser of a festival, now and when the day has come', async () => {
    const { client, id, email } = await api.person({ password });
    const lonely = async () => {
      const slug = `lonely-${v7().slice(-12)}`;
      await rows(
        `insert into festival (id, slug, name, starts_on, ends_on, zone, place, currency, languages, theme)
         select $1, $2, 'Lonely', starts_on, ends_on, zone, place, currency, languages, theme from festival where id = $3`,
        v7(),
        slug,
        festivalId,
      );
      await rows(
        `insert into membership (festival_id, person_id, role) select id, $1, 'ORGANISER' from festival where slug = $2`,
        id,
        slug,
      );
    };
    expect(await client.personal.askMyDeletion({ body: { password } })).toEqual({ state: 'planned' });
    await lonely();
    expect((await client.personal.getMyData({})).onlyOrganiserOf).toEqual(['Lonely']);
    clock.pass(14 * 24 * 3600 + 1);
    await scheduled('personal.erase_due');
    clock.pass(-(14 * 24 * 3600 + 1));
    expect((await mailTo(email))?.subject).toBe('Your account was not deleted');
    expect((await client.personal.getMyData({})).deletionAt).toBeNull();
    expect(await refusalOf(client.personal.askMyDeletion({ body: { password } }))).toMatchObject({
      status: 409,
      name: 'ONLY_ORGANISER',
      details: { festivals: ['Lonely'] },
    });
  });

  it('is refused to the last super-admin, and of two who go at once one stays', async () => {
    await rows('update person set super_admin = false');
    const [one, other] = [await api.person({ password }), await api.person({ password })];
    const raise = (id: string) => rows('update person set super_admin = true where id = $1', id);
    await raise(one.id);
    const go = ({ client }: typeof one) => client.personal.askMyDeletion({ body: { password } });
    expect(await refusalOf(go(one))).toMatchObject({ status: 409, name: 'ONLY_SUPER_ADMIN' });

    await raise(other.id);
    const both = await Promise.allSettled([go(one), go(other)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);

    // The one who stayed is no super-admin any more: then nobody goes.
    const [leaving, staying] = both[0].status === 'fulfilled' ? [one, other] : [other, one];
    await rows('update person set super_admin = false where id = $1', staying.id);
    clock.pass(14 * 24 * 3600 + 1);
    await scheduled('personal.erase_due');
    clock.pass(-(14 * 24 * 3600 + 1));
    expect((await mailTo(leaving.email))?.subject).toBe('Your account was not deleted');
    expect((await mailTo(leaving.email))?.text).toContain('the only super-admin of the platform');
    expect((await leaving.client.personal.getMyData({})).deletionAt).toBeNull();
  });

  it('of the second of two super-admins waits for that of the first', async () => {
    await rows('update person set super_admin = false');
    const [one, other] = [await api.person(), await api.person()];
    await rows('update person set super_admin = true where id in ($1, $2)', one.id, other.id);
    const [first, second] = [await api.ownerPool.connect(), await api.ownerPool.connect()];
    const stays = async (of: typeof first, id: string) =>
      (await of.query<{ stays: boolean }>('select lookup.other_super_admin($1) as stays', [id])).rows[0]?.stays;
    try {
      await first.query('begin');
      expect(await stays(first, one.id)).toBe(true);
      await first.query('insert into account_deletion (person_id, asked_at, due_at) values ($1, now(), now())', [
        one.id,
      ]);
      const asked = stays(second, other.id);
      await eventually(async () => expect(await waitingSessions(api)).toBe(1));
      await first.query('commit');
      expect(await asked).toBe(false);
    } finally {
      first.release();
      second.release();
    }
  });
});

describe('my orders', () => {
  it('are those of my address, with their tickets as PDF, and nobody else’s', async () => {
    const { browser } = await somebody();
    const { items } = await browser.ticketing.listMyOrders({ query: {} });
    expect(items).toMatchObject([{ status: expect.any(String), festival: { slug: 'solbrume' } }]);
    const params = { orderId: items[0]?.id ?? ('' as never) };
    expect((await browser.ticketing.myOrderPdf({ params })).type).toBe('application/pdf');
    const stranger = (await api.person()).client;
    expect((await stranger.ticketing.listMyOrders({ query: {} })).items).toEqual([]);
    expect(await refusalOf(stranger.ticketing.myOrderPdf({ params }))).toMatchObject({ status: 404 });
  });
});
