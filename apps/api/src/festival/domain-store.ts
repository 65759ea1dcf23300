/** The table of the festivals' own domains. */
import { sql } from 'kysely';
import type { Database } from '@festivals/database';
import type { FestivalId } from '@festivals/domain/primitives';
import type { Kysely } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

export interface DomainRow {
  host: string;
  token: string;
  confirmedAt: string | null;
  /** Since when its record is not there any more. */
  lostAt: string | null;
  version: number;
}

const view = sql`host, token, iso(confirmed_at) as "confirmedAt", iso(lost_at) as "lostAt", version`;
const here = sql`festival_id = current_festival()`;

export async function read(tx: Tx): Promise<DomainRow | undefined> {
  const { rows } = await sql<DomainRow>`select ${view} from festival_domain where ${here}`.execute(tx);
  return rows[0];
}

/** The row, which nobody else changes until the transaction ends. */
export async function lock(tx: Tx): Promise<DomainRow | undefined> {
  const { rows } = await sql<DomainRow>`select ${view} from festival_domain where ${here} for update`.execute(tx);
  return rows[0];
}

/** @returns undefined when somebody else claimed one first */
export async function insert(tx: Tx, { host, token }: { host: string; token: string }): Promise<DomainRow | undefined> {
  const { rows } = await sql<DomainRow>`
    insert into festival_domain (festival_id, host, token) values (current_festival(), ${host}, ${token})
    on conflict (festival_id) do nothing returning ${view}`.execute(tx);
  return rows[0];
}

export async function write(tx: Tx, row: Omit<DomainRow, 'version'>): Promise<DomainRow> {
  const { rows } = await sql<DomainRow>`
    update festival_domain set host = ${row.host}, token = ${row.token}, confirmed_at = ${row.confirmedAt},
      lost_at = ${row.lostAt}, looked_at = case when ${row.confirmedAt}::timestamptz is not null then now() end, version = version + 1 where ${here} returning ${view}`.execute(
    tx,
  );
  const [written] = rows;
  if (!written) throw new Error('A locked row is there');
  return written;
}

/** Keeps what the DNS said at `now`; nobody edited anything, so that its version is the same unless it is answered to no more. */
export async function see(
  tx: Tx,
  { confirmedAt, lostAt }: Pick<DomainRow, 'confirmedAt' | 'lostAt'>,
  now: Date,
): Promise<DomainRow> {
  const { rows } = await sql<DomainRow>`
    update festival_domain set confirmed_at = ${confirmedAt}, lost_at = ${lostAt}, looked_at = ${now},
      version = version + case when ${confirmedAt}::timestamptz is null then 1 else 0 end
    where ${here} returning ${view}`.execute(tx);
  const [written] = rows;
  if (!written) throw new Error('A locked row is there');
  return written;
}

export async function remove(tx: Tx): Promise<void> {
  await sql`delete from festival_domain where ${here}`.execute(tx);
}

/** A host at which a festival answers, with the festival's address of now. */
export interface HostRow {
  host: string;
  slug: string;
  festivalId: string;
}

/** Every host at which a festival answers. */
export async function listHosts(db: Kysely<Database>): Promise<HostRow[]> {
  const { rows } = await sql<HostRow>`
    select h.host, h.slug, f.id as "festivalId"
    from lookup.festival_hosts() h, lookup.festival_by_slug(h.slug) f order by h.host`.execute(db);
  return rows;
}

/** The festivals whose domain nobody looked for since `at`, the longest ago first. */
export async function unseenSince(db: Kysely<Database>, at: Date, most: number): Promise<FestivalId[]> {
  const { rows } = await sql<{ id: FestivalId }>`
    select id from lookup.domains_unseen_since(${at}, ${most}) id`.execute(db);
  return rows.map(({ id }) => id);
}
