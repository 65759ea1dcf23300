/** A database of its own for a benchmark, on a durable cluster: commits reach the disk as they do on a day of sale. */
import { join } from 'node:path';
import { openPool, withConnection } from '@festivals/database';
import { env } from '@festivals/database/env';
import { migrate } from '@festivals/database/migrate';
import { startPostgres } from '@festivals/database/postgres';
import { withDatabase } from '@festivals/database/template';

export interface BenchDatabase {
  url: string;
  /** Writes everything that is still to be written. */
  checkpoint(): Promise<void>;
  stop(): Promise<void>;
}

/** A cluster whose every commit takes 2 ms more, as on a disk far away. */
const slow = { home: join(env.data, 'postgres-bench-slow'), settings: ['commit_delay = 2000', 'commit_siblings = 0'] };

/** Starts PostgreSQL (or uses DATABASE_URL) and makes a fresh, migrated database that `stop` removes. */
export async function benchDatabase({ slowCommit = false } = {}): Promise<BenchDatabase> {
  if (slowCommit && env.databaseUrl !== undefined)
    throw new Error('A slow commit needs a cluster of its own: unset DATABASE_URL.');
  const cluster =
    env.databaseUrl === undefined
      ? await startPostgres(slowCommit ? slow : { home: join(env.data, 'postgres-bench') })
      : null;
  const base = env.databaseUrl ?? cluster?.url() ?? '';
  const name = `festivals_bench_${process.pid}`;
  await withConnection(base, (client) => client.query(`create database ${name}`));
  const url = withDatabase(base, name);
  await migrate(url);
  return {
    url,
    checkpoint: () =>
      withConnection(cluster ? asSuperuser(url) : url, (client) => client.query('checkpoint')).then(() => undefined),
    stop: async () => {
      await withConnection(base, (client) => client.query(`drop database ${name} with (force)`));
      if (cluster && !cluster.reused) await cluster.stop();
    },
  };
}

/** The cluster's superuser has its owner's password. */
function asSuperuser(url: string): string {
  const address = new URL(url);
  address.username = 'postgres';
  return address.href;
}

export interface Shop {
  festivalId: string;
  ticketTypeId: string;
  quotaId: string;
}

/** A published festival with one ticket type on one quota. */
export async function openShop(url: string, capacity: number): Promise<Shop> {
  const shop = { festivalId: crypto.randomUUID(), ticketTypeId: crypto.randomUUID(), quotaId: crypto.randomUUID() };
  const pool = openPool(url, { max: 1 });
  await pool.query(
    `insert into festival (id, slug, name, starts_on, ends_on, zone, place, currency, languages, theme, status)
     values ($1, $2, 'Bench', current_date + 60, current_date + 62, 'Europe/Brussels', '{"city": "Valbrume"}', 'EUR', '{en}',
       '{"seed": 1, "palette": "sunset"}', 'PUBLISHED')`,
    [shop.festivalId, `bench-${shop.festivalId.slice(0, 8)}`],
  );
  await pool.query('insert into quota (festival_id, id, capacity) values ($1, $2, $3)', [
    shop.festivalId,
    shop.quotaId,
    capacity,
  ]);
  await pool.query(
    `insert into ticket_type (festival_id, id, quota_id, name, price, vat, max_per_order) values ($1, $2, $3, '{"en": "Day ticket"}', 4500, 600, 10)`,
    [shop.festivalId, shop.ticketTypeId, shop.quotaId],
  );
  await pool.end();
  return shop;
}
