import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

export interface SealedKey {
  number: number;
  /** When it began to sign, milliseconds since 1970. */
  since: number;
  public_key: Buffer;
  sealed_private_key: Buffer;
  /** Whether it signs now, and whether what it signed is refused. */
  signs: boolean;
  withdrawn: boolean;
  /** Whether the transaction that made it has ended. */
  settled: boolean;
}

/** Every key of a festival, the first one first. */
export async function allKeys(tx: Tx, festivalId: string): Promise<SealedKey[]> {
  const { rows } = await sql<SealedKey>`
    select number, floor(extract(epoch from created_at) * 1000)::float8 as since, public_key, sealed_private_key, retired_at is null as signs,
      withdrawn_at is not null as withdrawn, created_at < now() as settled
    from festival_key where festival_id = ${festivalId} order by number`.execute(tx);
  return rows;
}

/** Until the transaction ends, nobody else makes, retires or withdraws a key of this festival. */
export const lockKeys = (tx: Tx, festivalId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`festival_key ${festivalId}`}, 3))`.execute(tx);

export async function insertKey(
  tx: Tx,
  key: { festivalId: string; number: number; publicKey: Buffer; sealed: Buffer },
): Promise<void> {
  await tx
    .insertInto('festival_key')
    .values({
      festival_id: key.festivalId,
      number: key.number,
      public_key: key.publicKey,
      sealed_private_key: key.sealed,
    })
    .execute();
}

/** The key that signs does so no longer; what it signed stays valid. */
export async function retireKeys(tx: Tx, festivalId: string): Promise<void> {
  await sql`update festival_key set retired_at = now() where festival_id = ${festivalId} and retired_at is null`.execute(
    tx,
  );
}

export async function withdrawKey(tx: Tx, festivalId: string, number: number): Promise<void> {
  await sql`
    update festival_key set withdrawn_at = now(), retired_at = coalesce(retired_at, now())
    where festival_id = ${festivalId} and number = ${number}`.execute(tx);
}

/** When each key was withdrawn, by its number; null for those that were not. */
export async function withdrawals(tx: Tx, festivalId: string): Promise<Map<number, string | null>> {
  const rows = await tx
    .selectFrom('festival_key')
    .select(['number', 'withdrawn_at'])
    .where('festival_id', '=', festivalId)
    .execute();
  return new Map(rows.map(({ number, withdrawn_at }) => [number, withdrawn_at]));
}
