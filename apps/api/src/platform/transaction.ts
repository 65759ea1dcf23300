import type { Database } from '@festivals/database';
import type { FestivalId } from '@festivals/domain/primitives';
import { sql, type Transaction } from 'kysely';
import type { Ctx, IdempotencyKey } from './context.ts';

export type Tx = Transaction<Database>;

/** Where deeds that belong to no festival (accounts, sessions) are recorded. */
export const platform = '00000000-0000-0000-0000-000000000000' as FestivalId;

/**
 * One deed: a transaction in one festival that also claims the caller's Idempotency-Key and keeps the answer,
 * so that the same key is answered the same way and never done twice.
 */
export function deed<T>(ctx: Ctx, festivalId: FestivalId, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { key } = ctx;
  if (!key) return step(ctx, festivalId, work);
  return step(ctx, festivalId, async (tx) => {
    const kept = await claim(tx, key);
    // The kept text is what this same deed answered before; its type is the deed's.
    if (kept !== null) return JSON.parse(kept) as T;
    const answer = await work(tx);
    await keep(tx, key, JSON.stringify(answer ?? null));
    return answer;
  });
}

/** A transaction in one festival, without the key: a step of a deed that has several, or a job's. */
export function step<T>(ctx: Ctx, festivalId: FestivalId, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.resources.db.transaction().execute(async (tx) => {
    await enter(tx, festivalId);
    return work(tx);
  });
}

/** A read-only transaction in one festival; `repeatable read` sees one moment, however many statements it takes. */
export function look<T>(
  ctx: Ctx,
  festivalId: FestivalId,
  work: (tx: Tx) => Promise<T>,
  isolation: 'read committed' | 'repeatable read' = 'read committed',
): Promise<T> {
  return ctx.resources.db
    .transaction()
    .setIsolationLevel(isolation)
    .setAccessMode('read only')
    .execute(async (tx) => {
      await enter(tx, festivalId);
      return work(tx);
    });
}

const enter = (tx: Tx, festivalId: FestivalId) =>
  sql`select set_config('app.festival', ${festivalId}, true)`.execute(tx);

async function claim(tx: Tx, { caller, key, bodyHash }: IdempotencyKey): Promise<string | null> {
  const { rows } = await sql<{ answer: string | null }>`
    select idempotency_claim(${caller}, ${key}, ${bodyHash}) as answer`.execute(tx);
  return rows[0]?.answer ?? null;
}

const keep = (tx: Tx, { caller, key, bodyHash }: IdempotencyKey, answer: string) =>
  sql`select idempotency_keep(${caller}, ${key}, ${bodyHash}, ${answer})`.execute(tx);
