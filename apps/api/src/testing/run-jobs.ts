import { setTimeout as sleep } from 'node:timers/promises';
import { Logger as QueueLogger, runOnce } from 'graphile-worker';
import type pg from 'pg';
import type { Resources } from '../platform/context.ts';
import type { DomainModule } from '../platform/domain-module.ts';
import { isFullBatch, relayEvents } from '../platform/relay.ts';
import { taskListOf } from '../platform/worker.ts';

const silent = new QueueLogger(() => () => undefined);

/** So long nothing may happen at all, in milliseconds; jobs themselves take what they take. */
const patienceMs = 100_000;
/** Between two looks at what waits for others, in milliseconds. */
const pauseMs = 10;

/**
 * Relays every event so far and runs the jobs that follow, and what follows from those, until nothing is left.
 * @throws with the first job's error when one failed
 */
export async function runJobs(
  resources: Resources,
  modules: readonly DomainModule[],
  ownerPool: pg.Pool,
): Promise<void> {
  const began = new Date();
  let until = Date.now() + patienceMs;
  for (;;) {
    const passed = await relayAll(resources, modules);
    if (passed === 0 && Date.now() > until) throw new Error('The relay did not pass every event in time.');
    const started = Date.now();
    await runOnce({
      pgPool: resources.pool,
      taskList: taskListOf(resources, modules),
      noHandleSignals: true,
      logger: silent,
    });
    until += Date.now() - started;
    await written(ownerPool, began);
    await refuseFailed(ownerPool);
    if (!(await isBehind(ownerPool))) return;
    if (passed > 0) until = Date.now() + patienceMs;
    else await sleep(pauseMs);
  }
}

/** Passes on every event that may be, and says how many there were. */
async function relayAll(resources: Resources, modules: readonly DomainModule[]): Promise<number> {
  let all = 0;
  for (;;) {
    const passed = await relayEvents(resources, modules);
    all += passed;
    if (!isFullBatch(passed)) return all;
  }
}

/** The queue says that nothing is left when the last job is done, and writes that down right after. */
async function written(ownerPool: pg.Pool, began: Date): Promise<void> {
  for (const until = Date.now() + patienceMs; await isStillWritten(ownerPool, began); await sleep(pauseMs))
    if (Date.now() > until) throw new Error('A job did not end in time.');
}

async function isStillWritten(ownerPool: pg.Pool, began: Date): Promise<boolean> {
  const { rows } = await ownerPool.query<{ written: boolean }>(
    'select exists (select from graphile_worker.jobs where locked_at >= $1) as written',
    [began],
  );
  return rows[0]?.written ?? false;
}

/** Transactions of neighbouring test databases hold the snapshot horizon back: what is committed may have to wait for them. */
async function isBehind(ownerPool: pg.Pool): Promise<boolean> {
  const { rows } = await ownerPool.query<{ behind: boolean }>(
    `select exists (select from event e, relay_cursor c where (e.xid, e.seq) > (c.xid, c.seq)) as behind`,
  );
  return rows[0]?.behind ?? false;
}

async function refuseFailed(ownerPool: pg.Pool): Promise<void> {
  const { rows } = await ownerPool.query<{ task_identifier: string; last_error: string }>(
    'select task_identifier, last_error from graphile_worker.jobs where last_error is not null order by id limit 1',
  );
  const [failed] = rows;
  if (failed) throw new Error(`The job ${failed.task_identifier} failed: ${failed.last_error}`);
}
