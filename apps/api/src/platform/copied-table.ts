import type { Database } from '@festivals/database';
import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/** A row as JSON has it, by the names of its columns. */
export type Row = Record<string, unknown>;

/** How a festival's dates move, and which of its rows go along. */
export interface Move {
  zone: string;
  /** The hour at which its days end. */
  cutOff: number;
  /** By how many whole days; negative is earlier. */
  days: number;
  /** The new id of what goes along; null for what does not. */
  kept(id: unknown): string | null;
}

/** A table whose rows go along into another festival. Each domain names its own. */
export interface CopiedTable {
  table: keyof Database & string;
  /** What its rows are called in the preview; null for what belongs to another thing. */
  thing: string | null;
  /** Tables that its rows refer to. */
  after: readonly (keyof Database & string)[];
  /** The row as it begins in its new festival, its own id and references renewed already; null leaves it out. */
  adapt(row: Row, move: Move): Row | null;
}

/** Parents before children. */
export function parentsFirst(tables: readonly CopiedTable[]): CopiedTable[] {
  const sorted: CopiedTable[] = [];
  let waiting = [...tables];
  const named = new Set(tables.map(({ table }) => table));
  while (waiting.length > 0) {
    const done = new Set(sorted.map(({ table }) => table));
    const next = waiting.filter(({ after }) => after.every((parent) => done.has(parent) || !named.has(parent)));
    if (next.length === 0) throw new RangeError('Tables that wait for each other cannot be copied.');
    sorted.push(...next);
    waiting = waiting.filter((one) => !next.includes(one));
  }
  return sorted;
}

/** Every row of the transaction's festival, but for those that were deleted. */
export async function rowsOf(tx: Tx, table: keyof Database & string): Promise<Row[]> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) as row from ${sql.table(table)} t
    where festival_id = current_festival() and to_jsonb(t) ->> 'deleted_at' is null`.execute(tx);
  return rows.map(({ row }) => row);
}

/** How many they are. */
export async function countOf(tx: Tx, table: keyof Database & string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)} t
    where festival_id = current_festival() and to_jsonb(t) ->> 'deleted_at' is null`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Writes rows in one statement: every column that can be written, whenever it came to the table. */
export async function insertRows(tx: Tx, table: keyof Database & string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const { rows: columns } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`.execute(
    tx,
  );
  const names = sql.join(columns.map(({ name }) => sql.ref(name)));
  await sql`
    insert into ${sql.table(table)} (${names})
    select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}
