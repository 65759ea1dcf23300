/** Starts the API as it is, on a database of its own, for tests that speak HTTP. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Api, type Client } from '@festivals/contract';
import { openPool } from '@festivals/database';
import { testDatabase } from '@festivals/database/template';
import { api as wholeApi } from '@festivals/domain';
import type pg from 'pg';
import { auditFestival, festivalsWithMoney } from '../ledger/audit-money.ts';
import type { Flaw } from '../ledger/money-check.ts';
import { authenticate, personOfSession } from '../identity/authenticate.ts';
import { modules as allModules } from '../modules.ts';
import { systemContext, type Clock, type Face, type Resources } from '../platform/context.ts';
import { openDatabase } from '../platform/database.ts';
import type { DomainModule } from '../platform/domain-module.ts';
import { readEnv } from '../platform/env.ts';
import type { Authenticate } from '../platform/guard.ts';
import { createLogger } from '../platform/logger.ts';
import { shownIn } from '../platform/live/site-news.ts';
import { createServer } from '../platform/server.ts';
import { cookieJar } from './cookie-jar.ts';
import { runJobs } from './run-jobs.ts';
import { signInPerson, type NewPerson, type SignedInPerson } from './sign-in-person.ts';

export interface TestApiOptions {
  /** The domains to serve; all of them when left out. Only their routes exist then. */
  modules?: readonly DomainModule[];
  /** Another contract than the platform's, for tests of the platform itself. */
  api?: Api;
  authenticate?: Authenticate;
  clock?: Clock;
  env?: Record<string, string>;
  /** The test falsifies the books on purpose: they are not audited at its end, as they are wherever the whole house is served. */
  falsifies?: boolean;
  /** By which address the API reaches its database, where that is not the database's own. */
  reachedBy?: (databaseUrl: string) => string;
}

type WholeClient = Client<typeof wholeApi>;

export interface TestApi {
  /** Where the API is mounted: `http://127.0.0.1:<port>/api`. */
  url: string;
  resources: Resources;
  modules: readonly DomainModule[];
  /** The owner's pool: sees every row of every festival. For arranging and checking, never for acting. */
  ownerPool: pg.Pool;
  /** A client that carries a token, or nothing. */
  client(face: Face, token?: string): WholeClient;
  /** A client that keeps cookies as a browser does. */
  browser(face: Face): WholeClient & { cookies: Map<string, string> };
  /** A person with a verified address, the given roles and a living session: what registering, the mail and the sign-in lead to. */
  person(wanted?: NewPerson): Promise<SignedInPerson & { client: WholeClient }>;
  /** Relays every event so far and runs the jobs that follow, until none is left. @throws when a job failed */
  runJobsOnce(): Promise<void>;
  stop(): Promise<void>;
}

/** A running API on a free port, its own database, silent, generous with rate limits. End it with `stop()`. */
export async function startApi(options: TestApiOptions = {}): Promise<TestApi> {
  const modules = options.modules ?? allModules;
  const database = await testDatabase();
  const data = await mkdtemp(join(tmpdir(), 'festivals-api-'));
  const env = readEnv({ ...testEnv(options.reachedBy?.(database.url) ?? database.url, data), ...options.env });
  const clock = options.clock ?? { now: () => new Date() };
  const resources: Resources = {
    env,
    ...openDatabase(env, 'festivals-test'),
    clock,
    log: createLogger(env, 'test'),
    shown: shownIn(modules),
  };
  const ownerPool = openPool(database.url, { max: 4, name: 'festivals-test-owner' });
  const server = await createServer(resources, {
    modules,
    authenticate: options.authenticate ?? authenticate,
    standingOf: personOfSession,
    api: options.api ?? (options.modules ? apiOf(modules) : wholeApi),
  });
  await server.listen(0, '127.0.0.1');
  const { port } = server.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/api`;
  const client = (face: Face, token?: string) => createClient(wholeApi, { baseUrl: url, face, token: () => token });

  return {
    url,
    resources,
    modules,
    ownerPool,
    client,
    browser: (face) => {
      const jar = cookieJar();
      return { ...createClient(wholeApi, { baseUrl: url, face, fetch: jar.fetch }), cookies: jar.cookies };
    },
    person: async (wanted = {}) => {
      const person = await signInPerson(ownerPool, resources, wanted);
      return { ...person, client: client('office', person.token) };
    },
    runJobsOnce: () => runJobs(resources, modules, ownerPool),
    stop: async () => {
      // Who was refused before the end of a body may leave a connection that is never done; the process cuts it too.
      setTimeout(() => server.getHttpServer().closeAllConnections(), 2000).unref();
      await server.close();
      const flaws = options.falsifies || options.modules ? [] : await flawsOf(resources);
      await Promise.all([resources.pool.end(), ownerPool.end()]);
      await Promise.all([database.drop(), rm(data, { recursive: true, force: true })]);
      if (flaws.length > 0) throw new Error(`The books do not agree: ${JSON.stringify(flaws, null, 2)}`);
    },
  };
}

/** What does not agree in the books of any festival, once a suite is through. */
async function flawsOf(resources: Resources): Promise<Flaw[]> {
  const ctx = systemContext(resources);
  const festivals = await festivalsWithMoney(ctx);
  return (await Promise.all(festivals.map((festivalId) => auditFestival(ctx, festivalId)))).flat();
}

const testEnv = (databaseUrl: string, data: string) => ({
  NODE_ENV: 'test',
  DATABASE_URL: databaseUrl,
  DATABASE_POOL: '8',
  DATABASE_PATIENCE_SECONDS: '120',
  JWT_SECRET: randomBytes(32).toString('hex'),
  SEALING_SECRET: randomBytes(32).toString('hex'),
  FESTIVALS_DATA: data,
  LOG_LEVEL: 'silent',
  RATE_LIMIT_FACTOR: '1000',
});

/** The part of the contract that these modules serve. */
function apiOf(modules: readonly DomainModule[]): Api {
  const names = new Set(modules.map((module) => module.name));
  return Object.fromEntries(Object.entries(wholeApi).filter(([domain]) => names.has(domain)));
}
