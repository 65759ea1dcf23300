import { apiRole, openPool, type Database } from '@festivals/database';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Env } from './env.ts';

/** The pool of this process: it works as `festivals_api`, which owns nothing and cannot pass by row-level security. */
export function openDatabase(env: Env, name: string): { pool: pg.Pool; db: Kysely<Database> } {
  const pool = env.DATABASE_API_URL
    ? openPool(env.DATABASE_API_URL, { max: env.DATABASE_POOL, name })
    : openPool(env.DATABASE_URL, { max: env.DATABASE_POOL, name, role: apiRole });
  return { pool, db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }) };
}
