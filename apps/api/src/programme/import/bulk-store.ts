/** Many stages, artists and sets at once: one statement for as many as come together. */
import type { ArtistAnnouncement, DraftSlot } from '@festivals/domain/programme/contract';
import type { Language } from '@festivals/domain/primitives';
import { sql } from 'kysely';
import type { Tx } from '../../platform/transaction.ts';

const json = (value: unknown) => JSON.stringify(value);

export type WrittenSlot = Pick<
  DraftSlot,
  'id' | 'stageId' | 'artistId' | 'title' | 'day' | 'startsAt' | 'endsAt' | 'status'
>;
/** Who changes it, and when. */
type Change = { by: string | null; at: Date };

/** Stages after all the others, in the order in which they are given. */
export async function insertStages(tx: Tx, stages: readonly { id: string; name: string }[]): Promise<void> {
  await sql`
    insert into stage (festival_id, id, name, sort_order)
    select current_festival(), (one->>'id')::uuid, one->>'name',
      at + (select coalesce(max(sort_order), -1) from stage)
    from jsonb_array_elements(${json(stages)}::jsonb) with ordinality as given (one, at)`.execute(tx);
}

export async function insertArtists(
  tx: Tx,
  artists: readonly {
    id: string;
    name: string;
    slug: string;
    country: string | null;
    genres: readonly string[];
    bio: string;
    announcement: ArtistAnnouncement;
  }[],
  language: Language,
): Promise<void> {
  const rows = artists.map((artist) => ({ ...artist, bio: artist.bio === '' ? {} : { [language]: artist.bio } }));
  await sql`
    insert into artist (festival_id, id, name, slug, country, genres, bio, billing, announcement)
    select current_festival(), id, name, slug, country, array(select jsonb_array_elements_text(genres)), bio, 4, announcement
    from jsonb_to_recordset(${json(rows)}::jsonb)
      as given (id uuid, name text, slug text, country text, genres jsonb, bio jsonb, announcement text)`.execute(tx);
}

export async function insertSlots(tx: Tx, slots: readonly WrittenSlot[], { by, at }: Change): Promise<void> {
  await sql`
    insert into slot (festival_id, id, stage_id, artist_id, title, day, starts_at, ends_at, status, changed_by, changed_at)
    select current_festival(), id, "stageId", "artistId", title, day, "startsAt", "endsAt", status, ${by}::uuid, ${at}
    from jsonb_to_recordset(${json(slots)}::jsonb)
      as given (id uuid, "stageId" uuid, "artistId" uuid, title text, day date, "startsAt" timestamptz, "endsAt" timestamptz,
        status text)`.execute(tx);
}

/** Writes sets anew, each a version further. */
export async function updateSlots(tx: Tx, slots: readonly WrittenSlot[], { by, at }: Change): Promise<void> {
  await sql`
    update slot set stage_id = given."stageId", artist_id = given."artistId", title = given.title, day = given.day,
      starts_at = given."startsAt", ends_at = given."endsAt", status = given.status, version = version + 1,
      changed_by = ${by}, changed_at = ${at}
    from jsonb_to_recordset(${json(slots)}::jsonb)
      as given (id uuid, "stageId" uuid, "artistId" uuid, title text, day date, "startsAt" timestamptz, "endsAt" timestamptz,
        status text)
    where slot.festival_id = current_festival() and slot.id = given.id`.execute(tx);
  // Nobody plays back to back with themselves, nor with nobody.
  await sql`
    delete from slot_artist using slot
    where slot.id = any(${slots.map(({ id }) => id)}) and slot_artist.slot_id = slot.id
      and (slot.artist_id is null or slot.artist_id = slot_artist.artist_id)`.execute(tx);
}

/** Remembers under which ids a source knows sets. */
export async function rememberIds(
  tx: Tx,
  source: string,
  ids: readonly { externalId: string; slotId: string }[],
): Promise<void> {
  await sql`
    insert into slot_source (festival_id, source, external_id, slot_id)
    select current_festival(), ${source}, "externalId", "slotId"
    from jsonb_to_recordset(${json(ids)}::jsonb) as given ("externalId" text, "slotId" uuid)
    on conflict (festival_id, source, external_id) do update set slot_id = excluded.slot_id`.execute(tx);
}

/** How many of these sets are not as they were written: changed or deleted since. */
export async function countTouched(tx: Tx, written: readonly { id: string; version: number }[]): Promise<number> {
  const { rows } = await sql<{ touched: number }>`
    select count(*)::int as touched from jsonb_to_recordset(${json(written)}::jsonb) as given (id uuid, version int)
    where not exists (select from slot where slot.id = given.id and slot.version = given.version)`.execute(tx);
  return rows[0]?.touched ?? 0;
}

export async function deleteSlots(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from slot where id = any(${ids})`.execute(tx);
}

/** Takes stages and artists away that have no set and that nobody has changed. @returns those that it took away */
export async function deleteUnused(
  tx: Tx,
  made: { stageIds: readonly string[]; artistIds: readonly string[] },
): Promise<{ stageIds: string[]; artistIds: string[] }> {
  const stages = await sql<{ id: string }>`
    delete from stage where id = any(${made.stageIds}) and version = 1
      and not exists (select from slot where slot.stage_id = stage.id) returning id`.execute(tx);
  const artists = await sql<{ id: string }>`
    delete from artist where id = any(${made.artistIds}) and version = 1
      and not exists (select from slot where slot.artist_id = artist.id)
      and not exists (select from slot_artist where slot_artist.artist_id = artist.id) returning id`.execute(tx);
  return { stageIds: stages.rows.map(({ id }) => id), artistIds: artists.rows.map(({ id }) => id) };
}

/** Asks now, rather than when the transaction ends, whether confirmed sets overlap. */
export const checkOverlaps = (tx: Tx) =>
  sql`set constraints slot_no_overlap, slot_takeovers_apart immediate`.execute(tx);
