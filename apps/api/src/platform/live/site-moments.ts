/** When the clock alone will change what a festival's pages show, told to the site: nobody else learns that something is to be revealed. */
import { FestivalId } from '@festivals/domain/primitives';
import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import type { Resources } from '../context.ts';
import type { DomainModule } from '../domain-module.ts';
import { isSite } from './site-feed.ts';

/** Serves `/internal/site-moments/:festivalId`: the next such moment of all domains, or null. */
export function addSiteMoments(server: FastifyInstance, resources: Resources, modules: readonly DomainModule[]): void {
  const { env, db, clock } = resources;
  const asked = modules.flatMap(({ nextMoment }) => nextMoment ?? []);
  server.get<{ Params: { festivalId: string } }>('/internal/site-moments/:festivalId', async (request, reply) => {
    const id = FestivalId.safeParse(request.params.festivalId);
    if (!isSite(env, request.headers.authorization) || !id.success) return reply.status(404).send();
    const moments = await db
      .transaction()
      .setAccessMode('read only')
      .execute(async (tx) => {
        await sql`select set_config('app.festival', ${id.data}, true)`.execute(tx);
        const found: string[] = [];
        for (const next of asked) {
          const at = await next(tx, clock.now());
          if (at !== null) found.push(at);
        }
        return found;
      });
    return reply.send({ at: moments.toSorted()[0] ?? null });
  });
}
