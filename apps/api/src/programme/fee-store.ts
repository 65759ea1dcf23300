/** What artists are paid. Nothing else reads this table, so that nothing else can tell. */
import type { ArtistFee } from '@festivals/domain/programme/contract';
import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

/** The fees that count: of each artist the last. */
export async function fees(tx: Tx, artistId?: string): Promise<ArtistFee[]> {
  const { rows } = await sql<ArtistFee>`
    select distinct on (artist_id) artist_id as "artistId", amount, currency, version
    from artist_fee where ${artistId ?? null}::uuid is null or artist_id = ${artistId ?? null}::uuid
    order by artist_id, version desc`.execute(tx);
  return rows;
}

/** Every fee that was agreed with an artist, by its version. */
export async function agreedFees(tx: Tx, artistId: string): Promise<Map<number, ArtistFee>> {
  const { rows } = await sql<ArtistFee>`
    select artist_id as "artistId", amount, currency, version from artist_fee where artist_id = ${artistId}`.execute(
    tx,
  );
  return new Map(rows.map((fee) => [fee.version, fee]));
}

export async function insertFee(tx: Tx, fee: ArtistFee & { setBy: string | null; setAt: Date }): Promise<void> {
  await sql`
    insert into artist_fee (festival_id, artist_id, version, amount, currency, set_by, set_at)
    values (current_festival(), ${fee.artistId}, ${fee.version}, ${fee.amount}, ${fee.currency}, ${fee.setBy}, ${fee.setAt})`.execute(
    tx,
  );
}
