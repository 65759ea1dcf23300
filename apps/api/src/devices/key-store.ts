import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

export interface SealedKey {
  number: number;
  public_key: Buffer;
  sealed_private_key: Buffer;
  /** Whether the transaction that made it has ended. */
  settled: boolean;
}

/** The key that signs now: the newest that is not retired. */
export const currentKey = (tx: Tx, festivalId: string): Promise<SealedKey | undefined> =>
  tx
    .selectFrom('festival_key')
    .select(['number', 'public_key', 'sealed_private_key', sql<boolean>`created_at < now()`.as('settled')])
    .where('festival_id', '=', festivalId)
    .where('retired_at', 'is', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

export const publicKeys = (tx: Tx, festivalId: string) =>
  tx
    .selectFrom('festival_key')
    .select(['number', 'public_key'])
    .where('festival_id', '=', festivalId)
    .orderBy('number', 'desc')
    .execute();

export async function nextNumber(tx: Tx, festivalId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('festival_key')
    .select(sql<number>`coalesce(max(number), 0)`.as('last'))
    .where('festival_id', '=', festivalId)
    .executeTakeFirstOrThrow();
  return last + 1;
}

/** Until the transaction ends, nobody else makes a key for this festival. */
export const lockKeys = (tx: Tx, festivalId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`festival_key ${festivalId}`}, 3))`.execute(tx);

export const insertKey = (
  tx: Tx,
  key: { festivalId: string; number: number; publicKey: Buffer; sealed: Buffer },
): Promise<SealedKey> =>
  tx
    .insertInto('festival_key')
    .values({
      festival_id: key.festivalId,
      number: key.number,
      public_key: key.publicKey,
      sealed_private_key: key.sealed,
    })
    .returning(['number', 'public_key', 'sealed_private_key', sql<boolean>`false`.as('settled')])
    .executeTakeFirstOrThrow();
