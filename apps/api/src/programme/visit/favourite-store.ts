import type { Favourite } from '@festivals/domain/programme/visit/favourites';
import { sql } from 'kysely';
import type { Tx } from '../../platform/transaction.ts';
import { playingArtists, shownSets } from '../store.ts';

/** A person's favourites in the transaction's festival. */
export async function favouritesOf(tx: Tx, personId: string): Promise<Favourite[]> {
  const { rows } = await sql<Favourite>`
    select kind, subject_id as id, chosen, iso(changed_at) as "changedAt"
    from favourite where festival_id = current_festival() and person_id = ${personId} order by kind, subject_id`.execute(
    tx,
  );
  return rows;
}

/**
 * Writes each that has a later word than what is known; of two at one moment, to have taken back. Only what everyone may know
 * is written, so that nobody finds a secret set by asking for it, and no clock that is ahead has the last word for ever.
 */
export async function joinFavourites(
  tx: Tx,
  personId: string,
  favourites: readonly Favourite[],
  now: Date,
): Promise<void> {
  await sql`
    with shown as (${shownSets(now)}), playing as (${playingArtists(now)}),
    said as (
      select kind, id, chosen, least("changedAt", ${now}::timestamptz) as changed_at
      from jsonb_to_recordset(${JSON.stringify(favourites)}::jsonb) as one (kind text, id uuid, chosen boolean, "changedAt" timestamptz)
    )
    insert into favourite (festival_id, person_id, kind, subject_id, chosen, changed_at)
    select current_festival(), ${personId}, kind, id, chosen, changed_at from said
    where case kind when 'artist' then id in (select id from playing) else id in (select id from shown) end
    -- In one order, so that two devices at once wait for each other and never in a circle.
    order by kind, id
    on conflict (festival_id, person_id, kind, subject_id) do update set chosen = excluded.chosen, changed_at = excluded.changed_at
    where excluded.changed_at > favourite.changed_at
      or (excluded.changed_at = favourite.changed_at and favourite.chosen and not excluded.chosen)`.execute(tx);
}
