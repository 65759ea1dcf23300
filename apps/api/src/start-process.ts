import { authenticate, personOfSession } from './identity/authenticate.ts';
import { addMailbox } from './mail/mailbox-page.ts';
import { modules } from './modules.ts';
import type { Resources } from './platform/context.ts';
import { openDatabase } from './platform/database.ts';
import { readEnv } from './platform/env.ts';
import { createLogger } from './platform/logger.ts';
import { shownIn } from './platform/live/site-news.ts';
import { createServer } from './platform/server.ts';
import { startWorker } from './platform/worker.ts';

/** Below the thirty seconds that an orchestrator waits before it kills. */
const graceMs = 15_000;

export type ProcessRole = 'api' | 'worker' | 'both';

/** Starts this process as API, worker or both, and ends it cleanly on SIGTERM or SIGINT: what was begun is finished. */
export async function startProcess(role: ProcessRole): Promise<void> {
  const env = readEnv();
  const resources: Resources = {
    env,
    ...openDatabase(env, `festivals-${role}`),
    clock: { now: () => new Date() },
    log: createLogger(env, role),
    shown: shownIn(modules),
  };
  const server =
    role === 'worker'
      ? null
      : await createServer(resources, { modules, authenticate, standingOf: personOfSession, pages: addMailbox });
  if (server) await server.listen(env.API_PORT, env.HOST);
  const worker = role === 'api' ? null : await startWorker(resources, modules);
  resources.log.info({ role, port: server ? env.API_PORT : undefined }, 'started');

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // Whoever has not finished asking by then is not waited for.
    setTimeout(() => server?.getHttpServer().closeAllConnections(), graceMs).unref();
    await server?.close();
    await worker?.stop();
    await resources.pool.end();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
