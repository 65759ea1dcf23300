import type { FastifyInstance } from 'fastify';
import type { Resources } from '../platform/context.ts';
import { isSite } from '../platform/live/site-feed.ts';
import { listHosts } from './domain-store.ts';

/** Tells the site at which hosts festivals answer, in one answer for all: no visitor's request asks for one. */
export function addSiteHosts(server: FastifyInstance, { env, db }: Resources): void {
  server.get('/internal/site-hosts', async (request, reply) =>
    isSite(env, request.headers.authorization) ? reply.send(await listHosts(db)) : reply.status(404).send(),
  );
}
