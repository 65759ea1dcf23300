/** News of providers, as they came. */
import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';
import type { Tx } from '../platform/transaction.ts';
import type { ProviderNews } from './provider.ts';

export interface KeptNews {
  provider: string;
  news: ProviderNews;
  body: Buffer;
}

/** Keeps news before anything is made of them; false when they are known. */
export async function keepNews(tx: Tx, { provider, news, body }: KeptNews): Promise<boolean> {
  const { rows } = await sql`
    insert into provider_event (provider, id, kind, subject, body, try_at)
    values (${provider}, ${news.id}, ${news.kind}, ${JSON.stringify(news.about)}, ${body}, now() + interval '10 seconds')
    on conflict do nothing returning id`.execute(tx);
  return rows.length === 1;
}

export interface Verdict {
  outcome: 'APPLIED' | 'IGNORED' | 'QUARANTINED';
  reason?: string | undefined;
  festivalId?: string | undefined;
}

export async function concludeNews(tx: Tx, provider: string, id: string, verdict: Verdict): Promise<void> {
  await sql`
    update provider_event set outcome = ${verdict.outcome}, reason = ${verdict.reason ?? null}, about_festival = ${verdict.festivalId ?? null}
    where provider = ${provider} and id = ${id} and outcome = 'WAITING'`.execute(tx);
}

/** Puts off what could not be applied now: each time twice as long, at most an hour. */
export async function putOffNews(tx: Tx, provider: string, id: string): Promise<void> {
  await sql`
    update provider_event set tries = tries + 1, try_at = now() + least(interval '1 hour', interval '5 seconds' * power(2, least(tries, 12)))
    where provider = ${provider} and id = ${id} and outcome = 'WAITING'`.execute(tx);
}

/** News that wait to be applied and are due. */
export async function waitingNews({ resources }: Ctx, most: number): Promise<Omit<KeptNews, 'body'>[]> {
  const { rows } = await sql<{ provider: string; id: string; kind: string; subject: string }>`
    select provider, id, kind, subject from provider_event where outcome = 'WAITING' and try_at < now() order by try_at limit ${most}`.execute(
    resources.db,
  );
  // What we wrote ourselves.
  return rows.map(({ provider, id, kind, subject }) => ({ provider, news: { id, kind, about: JSON.parse(subject) } }));
}
