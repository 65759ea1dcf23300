import { apiRole, openPool, type Database } from '@festivals/database';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { sharedFlush } from './durable.ts';
import type { Env } from './env.ts';

/** The database as this process has it. */
export interface OpenDatabase {
  pool: pg.Pool;
  db: Kysely<Database>;
  /** Ends when everything committed so far is on the disk, what committed without waiting too. */
  untilDurable(): Promise<void>;
}

/** The pool of this process: it works as `festivals_api`, which owns nothing and cannot pass by row-level security. */
export function openDatabase(env: Env, name: string): OpenDatabase {
  const options = { max: env.DATABASE_POOL, name, patienceMs: env.DATABASE_PATIENCE_SECONDS * 1000 };
  const pool = env.DATABASE_API_URL
    ? openPool(env.DATABASE_API_URL, options)
    : openPool(env.DATABASE_URL, { ...options, role: apiRole });
  const flush = () => pool.query({ name: 'make_durable', text: 'select make_durable()' });
  return {
    pool,
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }),
    untilDurable: sharedFlush(flush),
  };
}
