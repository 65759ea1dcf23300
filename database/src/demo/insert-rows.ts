import type pg from 'pg';

/** A row by its columns; bytes are written as `\x…`, instants as ISO 8601. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows of several tables, in the order in which they must be written. */
export type Tables = ReadonlyArray<readonly [table: string, rows: readonly Row[]]>;

/** Writes all rows of a table in one statement; columns that no row names keep their defaults. */
export async function insertRows(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Bytes as PostgreSQL reads them from text. */
export const hexBytes = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;
