import { isPublic } from '@festivals/domain/festival/rules';
import { FestivalId } from '@festivals/domain/primitives';
import type { FastifyInstance } from 'fastify';
import { systemContext, type Resources } from '../platform/context.ts';
import { isSite } from '../platform/live/site-feed.ts';
import { look, type Tx } from '../platform/transaction.ts';
import { listHosts, read, type HostRow } from './domain-store.ts';
import { find } from './store.ts';

/** Tells the site at which hosts festivals answer: in one answer for all, and of one that changed. No visitor's request asks for it. */
export function addSiteHosts(server: FastifyInstance, resources: Resources): void {
  const { env, db } = resources;
  server.get('/internal/site-hosts', async (request, reply) =>
    isSite(env, request.headers.authorization) ? reply.send(await listHosts(db)) : reply.status(404).send(),
  );
  server.get<{ Params: { festivalId: string } }>('/internal/site-hosts/:festivalId', async (request, reply) => {
    const id = FestivalId.safeParse(request.params.festivalId);
    if (!isSite(env, request.headers.authorization) || !id.success) return reply.status(404).send();
    return reply.send(await look(systemContext(resources), id.data, hostsOf));
  });
}

/** The host at which the transaction's festival answers, if everyone may see it and it has one. */
async function hostsOf(tx: Tx): Promise<HostRow[]> {
  const festival = await find(tx);
  const domain = await read(tx);
  const isShown = festival !== undefined && isPublic(festival) && domain !== undefined && domain.confirmedAt !== null;
  return isShown ? [{ host: domain.host, slug: festival.slug, festivalId: festival.id }] : [];
}
