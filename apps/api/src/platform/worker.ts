import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Logger as QueueLogger, run, type Runner, type TaskList } from 'graphile-worker';
import { systemContext, type Resources } from './context.ts';
import type { DomainModule, JobPayload } from './domain-module.ts';
import { freeJobs } from './free-jobs.ts';
import { isFullBatch, relayEvents } from './relay.ts';

const relayEveryMs = 250;
const freeJobsEveryMs = 30_000;
const queueRestsMs = 1000;

export interface Worker {
  stop(): Promise<void>;
}

/** Runs jobs, the relay and what the clock starts, until stopped. */
export async function startWorker(resources: Resources, modules: readonly DomainModule[]): Promise<Worker> {
  const queue = await keepQueue(resources, modules);
  const stopRelay = repeat(relayEveryMs, resources, 'relay', async (stopping) => {
    while (isFullBatch(await relayEvents(resources, modules)) && !stopping());
  });
  const stopFreeing = repeat(freeJobsEveryMs, resources, 'free jobs', () => freeJobs(resources));
  const stops = modules.flatMap((module) =>
    Object.entries(module.schedule ?? {}).map(([name, { everySeconds, run: work }]) =>
      repeat(everySeconds * 1000, resources, name, () => work(systemContext(resources))),
    ),
  );
  return {
    stop: async () => {
      await Promise.all([stopRelay(), stopFreeing(), ...stops.map((stop) => stop())]);
      await queue.stop();
    },
  };
}

/** Keeps the queue at work: with the database it goes away, and it begins anew once the database answers again. */
async function keepQueue(resources: Resources, modules: readonly DomainModule[]): Promise<Worker> {
  let runner = await startQueue(resources, modules);
  let stopped = false;
  const keep = async (): Promise<void> => {
    await ended(runner);
    for (;;) {
      if (stopped) return;
      resources.log.error('the queue ended and begins anew');
      await wait(queueRestsMs);
      const begun = await startQueue(resources, modules).catch(() => null);
      if (!begun) continue;
      runner = begun;
      if (stopped) return void (await runner.stop().catch(() => undefined));
      await ended(runner);
    }
  };
  void keep();
  return {
    stop: async () => {
      stopped = true;
      // One that just ended with the database has nothing to stop.
      await runner.stop().catch(() => undefined);
    },
  };
}

/** Settles once a queue takes no more jobs. One that lost the database in the middle of a job begins to end, and may never be done with it. */
const ended = async ({ promise, events }: Runner): Promise<void> => {
  await Promise.race([promise.catch(() => undefined), once(events, 'pool:gracefulShutdown')]);
};

function startQueue(resources: Resources, modules: readonly DomainModule[]): Promise<Runner> {
  return run({
    pgPool: resources.pool,
    concurrency: 4,
    pollInterval: 1000,
    noHandleSignals: true,
    // By default nobody waits for a job to be marked as done: where that fails, the process would die of it. In batches the queue ends instead.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: new QueueLogger(
      () => (level, message, meta) =>
        resources.log[level === 'warning' ? 'warn' : level === 'error' ? 'error' : 'debug'](meta, message),
    ),
    taskList: taskListOf(resources, modules),
  });
}

/** Every job of these domains as the queue wants to know it. */
export function taskListOf(resources: Resources, modules: readonly DomainModule[]): TaskList {
  const ctx = systemContext(resources);
  const jobs = modules.flatMap((module) => Object.entries(module.jobs ?? {}));
  // The relay alone enqueues, and always with this payload.
  return Object.fromEntries(jobs.map(([name, job]) => [name, (payload: unknown) => job(ctx, payload as JobPayload)]));
}

/** Repeats `work` with a pause between runs, never two at once; a failure is logged and the next run comes. */
function repeat(
  pauseMs: number,
  resources: Resources,
  name: string,
  work: (stopping: () => boolean) => Promise<void>,
): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout;
  let running = Promise.resolve();
  const turn = () => {
    running = work(() => stopped)
      .catch((error: unknown) => resources.log.error({ err: error, job: name }, 'scheduled work failed'))
      .then(() => {
        if (!stopped) timer = setTimeout(turn, pauseMs);
      });
  };
  turn();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
