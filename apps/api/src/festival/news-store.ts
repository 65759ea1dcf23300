/** The table of the news. */
import type { News } from '@festivals/domain/festival/news-contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../platform/transaction.ts';

export type NewsView = z.input<typeof News>;
type Editable = Omit<NewsView, 'id' | 'version'>;

const view = sql`id, title, body, pinned, iso(published_at) as "publishedAt", version`;
const here = sql`festival_id = current_festival() and deleted_at is null`;

/** What is published by now, the hundred latest, those that are pinned first. */
export async function listPublished(tx: Tx, now: Date): Promise<NewsView[]> {
  const { rows } = await sql<NewsView>`
    select ${view} from news where ${here} and published_at <= ${now}
    order by pinned desc, published_at desc, id limit 100`.execute(tx);
  return rows;
}

/** All of them: drafts first, then the latest. */
export async function listAll(tx: Tx): Promise<NewsView[]> {
  const { rows } = await sql<NewsView>`
    select ${view} from news where ${here} order by published_at desc nulls first, id desc limit 1000`.execute(tx);
  return rows;
}

/** One of them, which nobody else changes until the transaction ends. */
export async function lock(tx: Tx, id: string): Promise<NewsView | undefined> {
  const { rows } = await sql<NewsView>`select ${view} from news where ${here} and id = ${id} for update`.execute(tx);
  return rows[0];
}

export async function insert(tx: Tx, id: string, news: Editable): Promise<void> {
  await sql`
    insert into news (festival_id, id, title, body, pinned, published_at)
    values (current_festival(), ${id}, ${JSON.stringify(news.title)}::jsonb, ${JSON.stringify(news.body)}::jsonb,
      ${news.pinned}, ${news.publishedAt})`.execute(tx);
}

export async function update(tx: Tx, id: string, news: Editable): Promise<void> {
  await sql`
    update news set title = ${JSON.stringify(news.title)}::jsonb, body = ${JSON.stringify(news.body)}::jsonb,
      pinned = ${news.pinned}, published_at = ${news.publishedAt}, version = version + 1
    where ${here} and id = ${id}`.execute(tx);
}

export async function remove(tx: Tx, id: string): Promise<void> {
  await sql`update news set deleted_at = now(), version = version + 1 where ${here} and id = ${id}`.execute(tx);
}

/** @returns whether it had been taken away */
export async function bringBack(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    update news set deleted_at = null, version = version + 1
    where festival_id = current_festival() and id = ${id} and deleted_at is not null returning id`.execute(tx);
  return rows.length > 0;
}
