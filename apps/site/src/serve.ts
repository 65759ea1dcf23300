/** Starts the site: our own door, Next behind it as the maker of pages, and the line over which changes are heard. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { developmentFront } from './engine/development-front.ts';
import { openFront } from './engine/front.ts';
import { hearNews } from './engine/hear-news.ts';
import { faceAt, loadHosts, originBelow } from './engine/hosts.ts';
import { openMaker } from './engine/make-page.ts';
import { whenTurned } from './engine/turns.ts';
import { openPageKeeper } from './engine/page-keeper.ts';
import { passToApi } from './engine/pass-to-api.ts';
import { offersAsked, shareOffers } from './engine/share-offers.ts';
import { beNext, env } from './env.ts';
import { loadFestival } from './festival/load-festival.ts';
import { provideOwn } from './shell/own-festival.ts';

const { values } = parseArgs({
  options: { dev: { type: 'boolean' }, hostname: { type: 'string' }, port: { type: 'string' } },
});
const isDevelopment = values.dev ?? false;
const hostname = values.hostname ?? '127.0.0.1';
const port = Number(values.port ?? 3000);

// Where both share a machine, what sells goes before what shows.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

beNext(isDevelopment);
// Only now: Next reads what it is when it is loaded.
const { default: openNext } = await import('next');
const options = { dir: join(import.meta.dirname, '..'), hostname, port };
const app = openNext(isDevelopment ? { ...options, dev: true, turbopack: true } : options);
await app.prepare();
const next = app.getRequestHandler();
const own = new AsyncLocalStorage<string>();
provideOwn(own);
const inside = await listen(createServer(quietly(made)), 0, '127.0.0.1');
const maker = openMaker(inside, env.mapOrigins, env.paymentOrigins);
const pages = openPageKeeper(maker, env.pageBytes);
const news = hearNews(env, () => void pages.warm());
whenTurned(() => void pages.warm());
const [shared, passed] = [shareOffers(env.apiUrl), passToApi(env.apiUrl)];
const front = isDevelopment
  ? developmentFront(next, answered)
  : openFront({
      faceAt: (host) => faceAt(host, env, isThere),
      originOf: (slug) => originBelow(slug, env),
      next: (request, response, slug) => asked(slug, () => next(request, response)),
      api: answered,
      pages,
      preview: (wanted) => maker.make(wanted, env.officeUrl === null ? undefined : new URL(env.officeUrl).origin),
    });
const server = createServer(quietly(front));
if (isDevelopment) server.on('upgrade', (request, socket, head) => void app.getUpgradeHandler()(request, socket, head));
await listen(server, port, hostname);

/** While nobody can be asked, what was kept of a festival goes on being read. */
function isThere(slug: string): Promise<boolean> {
  return loadFestival(slug).then(
    (festival) => festival !== null,
    () => true,
  );
}

/** Pages are made knowing on whose domain they will be read, and where each festival's true address is. */
async function made(...[request, response]: Parameters<RequestListener>): Promise<void> {
  const slug = [request.headers['x-own-festival']].flat()[0] ?? null;
  return asked(slug, () => next(request, response));
}

/** Has Next answer, knowing on whose domain. */
async function asked(slug: string | null, answer: () => Promise<void>): Promise<void> {
  await loadHosts(env).catch(() => undefined);
  return slug === null ? answer() : own.run(slug, answer);
}

/** A call below `/api`: what everyone is answered the same is asked once, the rest goes through. */
async function answered(...[request, response]: Parameters<RequestListener>): Promise<void> {
  const asked = offersAsked(request);
  if (asked === null || !(await shared(asked, request, response))) await passed(request, response);
}

const stop = () => {
  news.stop();
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 5000).unref();
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

function listen(one: Server, at: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    one.once('error', reject);
    // A server that listens at a port has an address of this kind.
    one.listen(at, host, () => resolve((one.address() as AddressInfo).port));
  });
}

/** A request that fails ends; the others never hear of it. */
function quietly(handle: (...given: Parameters<RequestListener>) => Promise<void>): RequestListener {
  return (request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}
