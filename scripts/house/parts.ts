import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type PortName, settings } from './settings.ts';

/** Something that is built: its sources, where it ends up, and how. Paths are relative to the project's root. */
export interface Build {
  name: string;
  folder: string;
  output: string;
  /** Folders and files whose change makes the output stale. */
  sources: readonly string[];
  /** Arguments for Node, run in `folder`. */
  command: readonly string[];
}

interface Serving {
  port: PortName;
  /** The variable in which every part learns this one's address. */
  urlVariable: 'API_URL' | 'SITE_URL' | 'OFFICE_URL' | 'APP_URL' | 'STRIPE_API_URL';
  /** A path that answers once the part works. */
  readyPath: string;
}

/** Something that runs. */
export interface Part {
  name: 'api' | 'worker' | 'site' | 'office' | 'app' | 'payments';
  title: string;
  folder: string;
  /** Where it answers; the worker answers nobody. */
  serves?: Serving;
  start(port: string): readonly string[];
  dev(port: string): readonly string[];
}

const inRoot = (path: string) => join(settings.root, path);

/** A program of a package, found from the workspace that depends on it. */
function program(workspace: string, packageName: string, path: string): string {
  const from = createRequire(inRoot(`${workspace}/package.json`));
  return join(dirname(from.resolve(`${packageName}/package.json`)), path);
}

const next = () => program('apps/site', 'next', 'dist/bin/next');
const vite = () => program('apps/office', 'vite', 'bin/vite.js');
const serveStatic = inRoot('scripts/serve-static.mjs');

const everyPackage = ['packages/contract', 'packages/domain', 'packages/messages', 'packages/ui'];
const versions = ['package-lock.json', 'tsconfig.base.json'];

/** What `npm run build` makes. API, packages and database need no build: Node runs their TypeScript as it is. */
export const builds = (): readonly Build[] => [
  {
    name: 'site',
    folder: 'apps/site',
    output: 'apps/site/.next',
    sources: ['apps/site', ...everyPackage, ...versions],
    command: [next(), 'build'],
  },
  {
    name: 'office',
    folder: 'apps/office',
    output: 'apps/office/dist',
    sources: ['apps/office', ...everyPackage, ...versions],
    command: [vite(), 'build'],
  },
  {
    name: 'app',
    folder: 'apps/mobile',
    output: 'apps/mobile/dist',
    sources: ['apps/mobile', ...everyPackage, ...versions],
    command: ['scripts/build.ts'],
  },
];

/** What runs in the house, in the order of its start. */
export const parts: readonly Part[] = [
  {
    name: 'api',
    title: 'API',
    folder: 'apps/api',
    serves: { port: 'api', urlVariable: 'API_URL', readyPath: '/ready' },
    start: () => ['src/main.ts', 'api'],
    dev: () => ['--watch', 'src/main.ts', 'api'],
  },
  {
    name: 'worker',
    title: 'Worker',
    folder: 'apps/api',
    start: () => ['src/main.ts', 'worker'],
    dev: () => ['--watch', 'src/main.ts', 'worker'],
  },
  {
    name: 'site',
    title: 'Site',
    folder: 'apps/site',
    serves: { port: 'site', urlVariable: 'SITE_URL', readyPath: '/' },
    start: (port) => ['src/serve.ts', '--hostname', settings.host, '--port', port],
    dev: (port) => ['src/serve.ts', '--dev', '--hostname', settings.host, '--port', port],
  },
  {
    name: 'office',
    title: 'Office',
    folder: 'apps/office',
    serves: { port: 'office', urlVariable: 'OFFICE_URL', readyPath: '/' },
    start: (port) => [serveStatic, '--dir', inRoot('apps/office/dist'), '--host', settings.host, '--port', port],
    dev: (port) => [vite(), '--host', settings.host, '--port', port, '--strictPort'],
  },
  {
    name: 'app',
    title: 'App',
    folder: 'apps/mobile',
    serves: { port: 'app', urlVariable: 'APP_URL', readyPath: '/' },
    start: (port) => [
      serveStatic,
      '--coop',
      '--dir',
      inRoot('apps/mobile/dist'),
      '--host',
      settings.host,
      '--port',
      port,
    ],
    dev: (port) => ['scripts/dev.ts', '--web', '--localhost', '--port', port],
  },
];

/** A stand-in for Stripe, where `PAYMENT_DOUBLE` asks for it. */
export const paymentDouble: Part = {
  name: 'payments',
  title: 'Payments',
  folder: 'apps/api',
  serves: { port: 'payments', urlVariable: 'STRIPE_API_URL', readyPath: '/ready' },
  start: () => ['src/testing/stripe-double/run.ts'],
  dev: () => ['src/testing/stripe-double/run.ts'],
};

/** The keys of the stand-in: known to everyone, and of no use anywhere else. */
export const paymentDoubleKeys = (url: string): Record<string, string> => ({
  STRIPE_SECRET_KEY: 'sk_test_double',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_double',
  STRIPE_WEBHOOK_SECRET: 'whsec_double',
  STRIPE_JS_URL: `${url}/v3/`,
});
