/** The line over which the public site hears at once which festivals changed; it carries no content, and asks like everyone else. */
import { timingSafeEqual } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import pg from 'pg';
import type { FastifyInstance } from 'fastify';
import type { Resources } from '../context.ts';
import type { Env } from '../env.ts';
import { gatherChanges } from './gather-changes.ts';
import { listen } from './listen.ts';
import { readSiteNews, siteChannel } from './site-news.ts';

/** Who hears nothing for longer knows that the line is cut. */
const heartbeatMs = 5000;

/** Serves `/internal/site-news` as server-sent events, beside `/api` as `/metrics` is, to whoever knows the site's secret. */
export function addSiteFeed(server: FastifyInstance, resources: Resources): void {
  const { env, log } = resources;
  if (env.SITE_SECRET === undefined) return;
  const lines = new Set<ServerResponse>();
  const sayAll = (text: string) => lines.forEach((line) => line.write(text));
  const gathered = gatherChanges((change) => sayAll(`data: ${JSON.stringify(change)}\n\n`));
  const listening = listen({
    connect: () =>
      new pg.Client({
        connectionString: env.DATABASE_API_URL ?? env.DATABASE_URL,
        application_name: 'festivals-site-feed',
        keepAlive: true,
      }),
    channels: [siteChannel],
    log,
    hear: (_, payload) => {
      const news = readSiteNews(payload);
      if (news) gathered.add(news.festivalId, [news.domain]);
    },
    // Something may have been missed: whoever is ready anew forgets everything.
    returned: () => sayAll('event: ready\ndata: {}\n\n'),
  });
  const beating = setInterval(() => sayAll(':\n\n'), heartbeatMs);
  beating.unref();

  server.get('/internal/site-news', async (request, reply) => {
    if (!isSite(env, request.headers.authorization)) return reply.status(404).send();
    await listening.ready();
    reply.hijack();
    const line = reply.raw;
    line.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    line.write('event: ready\ndata: {}\n\n');
    lines.add(line);
    line.once('close', () => lines.delete(line));
    return reply;
  });
  server.addHook('preClose', async () => {
    clearInterval(beating);
    gathered.stop();
    for (const line of lines) line.end();
    await listening.close();
  });
}

/** Whether it is the site that asks, by the secret that the two share. */
export function isSite({ SITE_SECRET: secret }: Env, authorization: string | undefined): boolean {
  if (secret === undefined) return false;
  const said = Buffer.from(authorization ?? '');
  const wanted = Buffer.from(`Bearer ${secret}`);
  return said.length === wanted.length && timingSafeEqual(said, wanted);
}
