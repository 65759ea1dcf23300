import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

function portOf(name: string, usual: number): number {
  const given = process.env[name];
  if (given === undefined || given === '') return usual;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`${name} is no port: ${given}`);
  return port;
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}

/** All that the house takes from its environment and its command line, read once. */
export const settings = {
  root,
  /** Cluster, secrets, logs and the lock of one running house. Two houses with two folders can run side by side. */
  data: resolve(process.env['FESTIVALS_DATA'] ?? join(root, '.data')),
  /** Only this machine may call by default: the demo's passwords are printed. */
  host: process.env['HOST'] ?? '127.0.0.1',
  databaseUrl: process.env['DATABASE_URL'] || undefined,
  ports: {
    database: portOf('POSTGRES_PORT', 5433),
    api: portOf('API_PORT', 3333),
    site: portOf('SITE_PORT', 3000),
    office: portOf('OFFICE_PORT', 4200),
    app: portOf('APP_PORT', 8081),
    payments: portOf('PAYMENTS_PORT', 12111),
  },
  /** The demo festival can be left out of a database that is meant for real. */
  demo: process.env['FESTIVALS_DEMO'] !== 'off',
  /** A stand-in for Stripe beside the house, with keys of its own. */
  paymentDouble: process.env['PAYMENT_DOUBLE'] === 'on',
  /** A file that gets the addresses as JSON once everything answers. */
  readyFile: option('--ready-file') ?? process.env['FESTIVALS_READY_FILE'],
  /** The parts to run, by name; all of them unless said otherwise. */
  only: option('--only')?.split(','),
  ci: process.env['CI'] === 'true',
};

export type PortName = keyof typeof settings.ports;

/** The environment children inherit: ours, with the project's own Node and tools first on the path, and compiled code kept. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  const path = [join(root, 'node_modules/.bin'), process.env['PATH']]
    .filter(Boolean)
    .join(process.platform === 'win32' ? ';' : ':');
  return {
    ...process.env,
    PATH: path,
    FESTIVALS_DATA: settings.data,
    NODE_COMPILE_CACHE: join(settings.data, 'compile-cache'),
  };
}
