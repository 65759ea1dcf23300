import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/festival/news-contract';
import { v7 } from 'uuid';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, look, type Tx } from '../platform/transaction.ts';
import * as store from './news-store.ts';
import { visibleFestival } from './visible-festival.ts';

/** What is published by now. */
export const listNews = (
  ctx: Ctx,
  { params }: Input<typeof contract.listNews>,
): Promise<Output<typeof contract.listNews>> =>
  look(ctx, params.festivalId, async (tx) => {
    await visibleFestival(tx, ctx, params.festivalId);
    return store.listPublished(tx, ctx.clock.now());
  });

/** All news, as those who write them see them. */
export const listNewsDrafts = (
  ctx: Ctx,
  { params }: Input<typeof contract.listNewsDrafts>,
): Promise<Output<typeof contract.listNewsDrafts>> => look(ctx, params.festivalId, store.listAll);

/** Writes a piece of news. */
export function createNews(
  ctx: Ctx,
  { params, body }: Input<typeof contract.createNews>,
): Promise<Output<typeof contract.createNews>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const id = v7();
    await store.insert(tx, id, body);
    const created = { id, ...body, version: 1 };
    await record(tx, ctx, { name: 'festival.news_created', subjectId: id, after: created });
    return created;
  });
}

/** Changes a piece of news that nobody changed meanwhile. */
export function updateNews(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updateNews>,
): Promise<Output<typeof contract.updateNews>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await newsAt(tx, params.newsId, body.version);
    // JSON knows no undefined: a field is among the changes or absent from them.
    const after = { ...before, ...body.changes, version: before.version + 1 } as store.NewsView;
    await store.update(tx, before.id, after);
    await record(tx, ctx, { name: 'festival.news_changed', subjectId: before.id, before, after });
    return after;
  });
}

/** Takes a piece of news away. */
export function deleteNews(ctx: Ctx, { params, query }: Input<typeof contract.deleteNews>): Promise<void> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await newsAt(tx, params.newsId, query.version);
    await store.remove(tx, before.id);
    await record(tx, ctx, { name: 'festival.news_deleted', subjectId: before.id, before });
  });
}

/** Brings a piece of news back; what was published is so again. */
export function restoreNews(
  ctx: Ctx,
  { params }: Input<typeof contract.restoreNews>,
): Promise<Output<typeof contract.restoreNews>> {
  return deed(ctx, params.festivalId, async (tx) => {
    if (await store.lock(tx, params.newsId)) fail('general.conflict');
    if (!(await store.bringBack(tx, params.newsId))) fail('general.not_found');
    const after = (await store.lock(tx, params.newsId)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'festival.news_restored', subjectId: after.id, after });
    return after;
  });
}

async function newsAt(tx: Tx, id: string, version: number): Promise<store.NewsView> {
  const news = (await store.lock(tx, id)) ?? fail('general.not_found');
  if (news.version !== version) fail('general.conflict', { version: news.version });
  return news;
}
