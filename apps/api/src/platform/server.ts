import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import { isSchema, type Api } from '@festivals/contract';
import { api as wholeApi } from '@festivals/domain';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import { bootCheck } from './boot-check.ts';
import type { Resources } from './context.ts';
import type { DomainModule } from './domain-module.ts';
import { answerFailure, FailureFilter } from './failure-filter.ts';
import { Fault } from './fault.ts';
import { leaveOutWhatIsKnown } from './freshness.ts';
import { Gatekeeper, type Authenticate } from './guard.ts';
import { addSiteFeed } from './live/site-feed.ts';
import { addSiteMoments } from './live/site-moments.ts';
import { openSockets } from './live/sockets.ts';
import type { StandingOf } from './live/settle.ts';
import { nestLogger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import { addPlainPages } from './plain-pages.ts';
import { openLimiter } from './shared-rate-limit.ts';

const apiVersion = '1';
const bodyLimitBytes = 256 * 1024;
/** How long a client may take to send its request: who never ends one holds no connection for ever. */
const requestTimeoutMs = 120_000;

/** Answers are data: nothing in them may load, run or be framed. */
const strictPolicy = { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } };

class Root {}
Module({})(Root);

export interface ServerParts {
  modules: readonly DomainModule[];
  authenticate: Authenticate;
  /** Who somebody still is, long after they connected; without it there are no sockets. Brought by the identity domain. */
  standingOf?: StandingOf;
  /** The contract that must be served whole; the platform's when left out. */
  api?: Api;
  /** Further pages outside the contract (the mailbox of development). */
  pages?: (server: FastifyInstance, resources: Resources) => void;
}

/** Builds the HTTP server: Nest on Fastify as the socket into which the domains' controllers are plugged. */
export async function createServer(resources: Resources, parts: ServerParts): Promise<NestFastifyApplication> {
  bootCheck(parts.api ?? wholeApi, parts.modules);
  const { env, log } = resources;
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: env.TRUST_PROXY,
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    // An address that cannot even be decoded never reaches a route, and still gets our answer.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      answerFailure(error, request, reply),
    genReqId: (request: IncomingMessage) => requestId(request.headers['x-request-id']),
  });
  const root: DynamicModule = { module: Root, controllers: parts.modules.flatMap((module) => module.controllers) };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: nestLogger(log),
    abortOnError: false,
    bodyParser: false,
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  await server.register(cookie);
  await server.register(helmet, { contentSecurityPolicy: strictPolicy });
  await server.register(cors, { origin: env.CORS_ORIGINS.length > 0 ? env.CORS_ORIGINS : false, credentials: true });
  leaveFilesUnread(server, parts.api ?? wholeApi);
  addHooks(server, resources);
  parts.pages?.(server, resources);
  if (parts.standingOf) {
    const live = openSockets(server.server, resources, { ...parts, standingOf: parts.standingOf });
    server.addHook('preClose', live.close);
  }
  addSiteFeed(server, resources);
  addSiteMoments(server, resources, parts.modules);
  for (const module of parts.modules) module.pages?.(server, resources);
  app.setGlobalPrefix('api');
  const limiter = openLimiter(resources);
  server.addHook('onClose', limiter.close);
  app.useGlobalGuards(new Gatekeeper(resources, parts.authenticate, limiter));
  app.useGlobalFilters(new FailureFilter());
  await app.init();
  return app;
}

function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : v7();
}

/**
 * JSON is parsed, but where a route takes it as a file: there its bytes may be signed. A body of any other type is left to its route,
 * which takes it as a stream or refuses its type.
 */
function leaveFilesUnread(server: FastifyInstance, api: Api): void {
  const takesBytes = new Set(
    Object.values(api)
      .flatMap((routes) => Object.values(routes))
      .flatMap(({ path, body }) =>
        body && !isSchema(body) && body.types.includes('application/json') ? [`/api${path}`] : [],
      ),
  );
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (takesBytes.has(request.routeOptions.url ?? '')) done(null, body);
    else parse(request, body.toString(), done);
  });
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser('*', (_request, _payload, done) => done(null));
}

function addHooks(server: FastifyInstance, resources: Resources): void {
  const metrics = createMetrics(resources.pool);
  addPlainPages(server, resources, metrics);
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('x-api-version', apiVersion);
    const wanted = request.headers['x-api-version'];
    if (wanted !== undefined && wanted !== apiVersion)
      throw new Fault('general.unknown_api_version', { supported: [apiVersion] });
  });
  server.addHook('onSend', leaveOutWhatIsKnown);
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.observe(route, request.method, reply.statusCode, reply.elapsedTime / 1000);
    request.log.info({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
}
