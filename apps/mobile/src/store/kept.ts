import { z } from 'zod';
import { first, type LocalDatabase } from './local-database.ts';

/** Something kept on this device and since when it is known, in milliseconds of the wall clock. */
export interface Kept<T> {
  value: T;
  at: number;
}

/** Keeps a value under a name in place of the one before. */
export async function keep(db: LocalDatabase, name: string, value: unknown, at: number): Promise<void> {
  await db.run(
    'insert into kept (name, value, at) values (?, ?, ?) on conflict (name) do update set value = excluded.value, at = excluded.at',
    name,
    JSON.stringify(value),
    at,
  );
}

/** The value kept under a name; null when there is none or an older version of the app kept another shape. */
export async function recall<T extends z.ZodType>(
  db: LocalDatabase,
  name: string,
  shape: T,
): Promise<Kept<z.output<T>> | null> {
  const row = await first(
    db,
    z.object({ value: z.string(), at: z.number() }),
    'select value, at from kept where name = ?',
    name,
  );
  if (!row) return null;
  const value = shape.safeParse(JSON.parse(row.value));
  return value.success ? { value: value.data, at: row.at } : null;
}

export const forget = (db: LocalDatabase, name: string) => db.run('delete from kept where name = ?', name);
