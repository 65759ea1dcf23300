/**
 * How fast the ledger books: one transfer a call, and batches as a till brings them after an hour without network. The limit is
 * pgbench's own loop over the same function, in the same run on the same database; a bare `pg` loop where there is no pgbench.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { apiRole, openPool } from '@festivals/database';
import { bookingsAsJson, bookStatement, type Booking } from '../../apps/api/src/ledger/store.ts';
import { benchDatabase, openShop } from './bench-database.ts';
import { rush } from './buyers.ts';
import { rounded } from './percentile.ts';

const clients = 16;
const seconds = 8;
const batch = 50;

const database = await benchDatabase();
try {
  const { festivalId } = await openShop(database.url, 1);
  const limit = await measureLimit(festivalId);
  const single = await measureBooking(festivalId, 1);
  const batched = await measureBooking(festivalId, batch);
  const result = {
    transfers_per_s: rounded(single),
    batched_per_s: rounded(batched),
    limit_per_s: rounded(limit.perSecond),
    limit_by: limit.by,
    limit_ratio: rounded(single / limit.perSecond, 2),
    unbalanced: await unbalanced(),
  };
  if (process.argv.includes('--json')) console.log(JSON.stringify(result));
  else for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(18)}${value}`);
} finally {
  await database.stop();
}

/** A transfer between two accounts, under an id of its own. */
function transfer(): Booking {
  const amount = 1 + Math.floor(Math.random() * 5000);
  const leg = { subject: '', rate: 0, currency: 'EUR' as const };
  return {
    id: crypto.randomUUID(),
    kind: 'CORRECTION',
    reason: null,
    occurredAt: new Date(),
    legs: [
      { ...leg, account: 'BANK', amount },
      { ...leg, account: 'PROVIDER', amount: -amount },
    ],
  };
}

/** Entries booked a second by so many clients at once, so many a call. */
async function measureBooking(festivalId: string, many: number): Promise<number> {
  const pool = openPool(database.url, { max: clients, role: apiRole });
  const { completed, seconds: took } = await rush(clients, seconds, async () => {
    const bookings = Array.from({ length: many }, transfer);
    const { rows } = await pool.query<{ outcome: string }>({
      name: 'book',
      text: bookStatement,
      values: [festivalId, bookingsAsJson(bookings)],
    });
    if (rows.length !== many || rows.some(({ outcome }) => outcome !== 'BOOKED')) throw new Error('not booked');
  });
  await pool.end();
  return (completed * many) / took;
}

async function measureLimit(festivalId: string): Promise<{ by: string; perSecond: number }> {
  const pgbench = findPgbench();
  return pgbench === null
    ? { by: 'pg', perSecond: await bareLoop(festivalId) }
    : { by: 'pgbench', perSecond: await pgbenchLoop(pgbench, festivalId) };
}

/** The same function with its arguments written down in SQL. */
function directly(festivalId: string, amount: string): string {
  return `select * from book_entries('${festivalId}', array[row(gen_random_uuid(), 'CORRECTION', now(), null,
    array[row('BANK', '', 0, 'EUR', ${amount}::bigint), row('PROVIDER', '', 0, 'EUR', -(${amount}::bigint))]::ledger_leg[])::ledger_booking])`;
}

async function bareLoop(festivalId: string): Promise<number> {
  const pool = openPool(database.url, { max: clients, role: apiRole });
  const { completed, seconds: took } = await rush(clients, seconds, async () => {
    await pool.query({ name: 'limit', text: directly(festivalId, '500') });
  });
  await pool.end();
  return completed / took;
}

async function pgbenchLoop(pgbench: string, festivalId: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'festivals-pgbench-'));
  const script = join(folder, 'book.sql');
  await writeFile(script, `\\set amount random(1, 5000)\n${directly(festivalId, ':amount').replaceAll('\n', ' ')};\n`);
  const options = ['-n', '-M', 'prepared', '-c', `${clients}`, '-j', '2', '-T', `${seconds}`, '-f', script];
  const { stdout } = await promisify(execFile)(pgbench, [...options, database.url], {
    env: { ...process.env, PGOPTIONS: `-c role=${apiRole}` },
  });
  await rm(folder, { recursive: true });
  return Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN);
}

/** pgbench on the path, or where Debian puts it. */
function findPgbench(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : [];
  const folders = [...(process.env['PATH'] ?? '').split(':'), ...versions.toSorted().toReversed()];
  return folders.map((folder) => join(folder, 'pgbench')).find((path) => existsSync(path)) ?? null;
}

async function unbalanced(): Promise<number> {
  const pool = openPool(database.url, { max: 1 });
  const { rows } = await pool.query<{ off: number }>(
    `select count(*)::int as off from (select entry_id from posting group by entry_id, currency having sum(amount) <> 0) as wrong`,
  );
  await pool.end();
  return rows[0]?.off ?? -1;
}
