import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inheritedEnvironment, type PortName, settings } from '../house/settings.ts';

/** A house that runs for whoever looks at it: what they need to know of it as environment variables. */
export interface TestHouse {
  env: Record<string, string>;
  close(): Promise<void>;
}

/** Opens a house with fresh data in a folder and on ports of its own; what it said when it did not open. */
export async function openTestHouse(folder: string): Promise<TestHouse | { output: string }> {
  const data = join(settings.data, folder);
  const readyFile = join(data, 'ready.json');
  rmSync(data, { recursive: true, force: true });
  const beside = (port: PortName) => String(settings.ports[port] + 50);
  const signIn = {
    SIGN_IN_ACME_ISSUER: `http://127.0.0.1:${settings.ports.api + 51}`,
    SIGN_IN_ACME_CLIENT_ID: 'festivals',
    SIGN_IN_ACME_CLIENT_SECRET: randomUUID(),
  };
  // Domains are proven by what a name server says that the browser tests start themselves.
  const names = { DNS_SERVERS: `127.0.0.1:${settings.ports.api + 52}`, SITE_BASE_DOMAIN: 'fest.example' };
  const house = spawn(process.execPath, ['scripts/start.mjs', '--ready-file', readyFile], {
    cwd: settings.root,
    env: {
      ...inheritedEnvironment(),
      FESTIVALS_DATA: data,
      POSTGRES_PORT: beside('database'),
      API_PORT: beside('api'),
      SITE_PORT: beside('site'),
      OFFICE_PORT: beside('office'),
      APP_PORT: beside('app'),
      PAYMENTS_PORT: beside('payments'),
      // Real money goes by a stand-in for Stripe.
      PAYMENT_DOUBLE: 'on',
      // Some tests read the pages from right to left.
      PSEUDO_LANGUAGE: 'on',
      // A provider that the browser tests start themselves, when they sign in with it.
      SIGN_IN_WITH: 'acme',
      SIGN_IN_ACME_NAME: 'ACME',
      ...signIn,
      ...names,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [house.stdout, house.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((resolve) => house.once('exit', () => resolve()));
  while (!existsSync(readyFile) && house.exitCode === null) await wait(100);
  if (house.exitCode !== null) return { output };
  const { api, site, office, app, database }: Record<string, string> = JSON.parse(readFileSync(readyFile, 'utf8'));
  const env = {
    API_URL: api,
    SITE_URL: site,
    OFFICE_URL: office,
    APP_URL: app,
    DATABASE_URL: database,
    FESTIVALS_DATA: data,
    ...signIn,
    ...names,
  };
  return {
    env: Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    close: () => {
      house.kill('SIGTERM');
      return ended;
    },
  };
}
