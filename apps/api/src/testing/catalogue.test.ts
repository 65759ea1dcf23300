/** What PostgreSQL's own catalogue says of tenancy: nothing that a new migration forgets can pass here. */
import { apiRole } from '@festivals/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from './start-api.ts';

/** Tables that belong to no festival, each with its reason. */
const platformTables: Readonly<Record<string, string>> = {
  person: 'one account for all festivals',
  session: "a person's",
  refresh_token: "a session's",
  one_time_token: "a person's",
  login_attempt: 'before anyone is known',
  linked_identity: "a person's",
  email_change: "a person's",
  data_export: "a person's",
  account_deletion: "a person's",
  idempotency: 'claimed before a festival is entered',
  relay_cursor: 'one relay for all',
  seal_cursor: 'one sealer for all',
  tally_cursor: 'one roller for all',
  search_cursor: 'one reader of orders for all',
  ledger_cursor: 'one roller for all',
  provider_event: 'news come before it is known of which festival',
  provider_health: 'one provider for all festivals',
  sandbox_charge: "the sandbox bank's own book",
  sandbox_refund: "the sandbox bank's own book",
  address_search: 'what a public map says of addresses',
  address_search_turn: 'one turn for all who ask it',
};
/** Look-ups that also write, each with its reason; every other one only reads. */
const writingLookups: Readonly<Record<string, string>> = {
  keep_orders: "makes what an address bought its owner's, before they leave it",
  forget_favourites: 'takes away what a person meant to see when their account ends',
  forget_buyers: 'takes people out of orders of festivals that are over',
  forget_volunteers: 'forgets who was taken out of a team and was not brought back',
  device_standing: 'notes at most once a minute when a device was last seen',
  learn_words: 'reads the orders of all festivals for their words',
  other_super_admin: 'locks the super-admins, so that the last of them cannot leave unseen',
  roll_up: 'adds to the tallies, which nobody else may',
  roll_up_ledger: 'adds to the sums of the ledger, which nobody else may',
  seal_events: 'appends to the sealed chain, which nobody else may',
};
/** Tables that are one festival themselves. */
const festivalColumn = (table: string) => (table === 'festival' ? 'id' : 'festival_id');

interface Table {
  name: string;
  columns: string[];
  secured: boolean;
  policies: string[];
  primary_key: string[];
  owner: string;
}

interface ForeignKey {
  name: string;
  table: string;
  target: string;
  columns: string[];
}

let api: TestApi;
let tables: Table[];
let foreignKeys: ForeignKey[];

beforeAll(async () => {
  api = await startApi({ modules: [], api: {} });
  tables = await rows<Table>(`
    select c.relname as name, c.relrowsecurity as secured, pg_get_userbyid(c.relowner) as owner,
      array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped order by attnum) as columns,
      array(select coalesce(pg_get_expr(polqual, polrelid), '') || ' / ' || coalesce(pg_get_expr(polwithcheck, polrelid), '') from pg_policy where polrelid = c.oid) as policies,
      array(select a.attname::text from pg_index i cross join unnest(i.indkey) with ordinality as k(attnum, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary order by k.place) as primary_key
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
  foreignKeys = await rows<ForeignKey>(`
    select k.conname as name, k.conrelid::regclass::text as table, k.confrelid::regclass::text as target,
      array(select a.attname::text from unnest(k.conkey) with ordinality as c(attnum, place)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.attnum order by c.place) as columns
    from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by 1`);
});
afterAll(() => api.stop());

const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await api.ownerPool.query<T>(sql, values)).rows;
const isTenant = ({ name, columns }: Table) => columns.includes(festivalColumn(name));
const tenants = () => tables.filter(isTenant);

describe('a table', () => {
  test('belongs to a festival, or is on the short list of those that do not', () => {
    expect(tables.filter((table) => !isTenant(table)).map(({ name }) => name)).toEqual(
      Object.keys(platformTables).toSorted(),
    );
    expect(tenants().length).toBeGreaterThan(20);
  });
  test('of a festival has the festival first in its primary key', () => {
    expect(tenants().filter(({ name, primary_key: [first] }) => first !== festivalColumn(name))).toEqual([]);
  });
  test('of a festival refers to others by the festival first', () => {
    const names = new Set(tenants().map(({ name }) => name));
    const loose = foreignKeys.filter(
      ({ table, target, columns: [first] }) => names.has(table) && names.has(target) && first !== 'festival_id',
    );
    expect(loose).toEqual([]);
  });
  test('of a festival lets the API see and write that festival alone', () => {
    const loose = tenants().filter(({ name, secured, policies }) => {
      const condition = `(${festivalColumn(name)} = ( SELECT current_festival() AS current_festival))`;
      return !secured || policies.length !== 1 || policies[0] !== `${condition} / ${condition}`;
    });
    expect(loose).toEqual([]);
  });
});

describe('the role of the API', () => {
  test('is what the pools work as', async () => {
    expect((await api.resources.pool.query('select current_user as role')).rows).toEqual([{ role: apiRole }]);
  });
  test('owns nothing and passes by nothing', async () => {
    const owned = await rows(
      `select relname from pg_class where relowner = $1::regrole union all select proname from pg_proc where proowner = $1::regrole
       union all select nspname from pg_namespace where nspowner = $1::regrole`,
      [apiRole],
    );
    expect(owned).toEqual([]);
    const [role] = await rows(
      'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication from pg_roles where rolname = $1',
      [apiRole],
    );
    expect(Object.values(role ?? { missing: true })).toEqual([false, false, false, false, false, false]);
  });
  test('may not make tables, nor take on another role', async () => {
    const [may] = await rows<{ create: boolean; members: string[] }>(
      `select has_schema_privilege($1, 'public', 'create') or has_schema_privilege($1, 'lookup', 'create') as create,
         array(select roleid::regrole::text from pg_auth_members where member = $1::regrole) as members`,
      [apiRole],
    );
    expect(may).toEqual({ create: false, members: [] });
  });
  test.each([
    ['event', true],
    ['audit_seal', false],
    ['audit_head', false],
  ])('may change or take away nothing of %s (add: %s)', async (table, insert) => {
    const [may] = await rows(
      `select has_table_privilege($1, $2, 'insert') as insert, has_any_column_privilege($1, $2, 'update') as update,
         has_table_privilege($1, $2, 'delete') as delete, has_table_privilege($1, $2, 'truncate') as truncate`,
      [apiRole, table],
    );
    expect(may).toEqual({ insert, update: false, delete: false, truncate: false });
  });
  test('may truncate nothing and set no triggers', async () => {
    const may = await rows(
      `select relname from pg_class where relnamespace in ('public'::regnamespace, 'platform'::regnamespace) and relkind in ('r', 'p')
         and (has_table_privilege($1, oid, 'truncate') or has_table_privilege($1, oid, 'trigger'))`,
      [apiRole],
    );
    expect(may).toEqual([]);
  });
});

describe('functions', () => {
  test('that see across festivals live in lookup alone, and pin their search path', async () => {
    const definers = await rows<{ schema: string; name: string; path: string[] | null }>(
      `select n.nspname as schema, p.proname as name, p.proconfig as path from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname in ('public', 'platform', 'lookup') order by 1, 2`,
    );
    expect(definers.length).toBeGreaterThan(5);
    expect(
      definers.filter(
        ({ schema, path }) =>
          schema !== 'lookup' || !path?.some((setting) => setting === 'search_path=public, pg_temp'),
      ),
    ).toEqual([]);
  });
  test('are not deceived by a temporary table that bears the name of one of ours', async () => {
    const client = await api.resources.pool.connect();
    try {
      await client.query(`create temp table session as select gen_random_uuid() as id, gen_random_uuid() as person_id,
        null::timestamptz as revoked_at, 'infinity'::timestamptz as expires_at`);
      await client.query(`create temp table person as select person_id as id, 'Eve' as name, 'eve@example.org' as email,
        now() as email_verified_at, true as super_admin, null::timestamptz as deleted_at from session`);
      await client.query('grant select on session, person to public');
      expect((await client.query('select s.* from session, lookup.standing(session.id, null) s')).rows).toEqual([]);
    } finally {
      client.release(true);
    }
  });
  test('in lookup are all of that kind and, but for the named ones, only read', async () => {
    const all = await rows<{ name: string; definer: boolean; writes: boolean }>(
      `select proname as name, prosecdef as definer, provolatile = 'v' as writes from pg_proc where pronamespace = 'lookup'::regnamespace order by 1`,
    );
    expect(all.filter(({ definer }) => !definer)).toEqual([]);
    expect(all.filter(({ writes }) => writes).map(({ name }) => name)).toEqual(Object.keys(writingLookups).toSorted());
  });
});
