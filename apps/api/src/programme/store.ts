import type { Programme } from '@festivals/domain/programme/contract';
import type { LineUp, PublicArtist } from '@festivals/domain/programme/line-up-contract';
import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../platform/transaction.ts';

type ProgrammeView = z.input<typeof Programme>;
type LineUpView = z.input<typeof LineUp>;
type PublicArtistView = z.input<typeof PublicArtist>;

/** Sets that somebody plays who is held back, or was when the set was cancelled. */
const heldBackSets = (now: Date) => sql`
  select s.id from artist a
  join (
    select id, artist_id, cancelled_at from slot where festival_id = current_festival()
    union all
    select o.slot_id, o.artist_id, x.cancelled_at
    from slot_artist o join slot x on x.festival_id = o.festival_id and x.id = o.slot_id
    where o.festival_id = current_festival()
  ) s on s.artist_id = a.id
  where a.festival_id = current_festival() and a.announcement = 'HELD_BACK'
    and coalesce(a.reveals_at > least(${now}::timestamptz, s.cancelled_at), true)`;

/**
 * The sets that everyone may see: those that are sure, or were until they were cancelled. A secret set is not among them
 * until it is revealed, and one to be announced stands there without its name, as does one that somebody plays who is held
 * back. What is cancelled is not revealed any more.
 */
export const shownSets = (now: Date) => sql`
  select *, (announcement = 'OPEN' or coalesce(reveals_at <= least(${now}::timestamptz, cancelled_at), false))
    and id not in (${heldBackSets(now)}) as named
  from slot
  where festival_id = current_festival() and (status = 'CONFIRMED' or (status = 'CANCELLED' and confirmed_at is not null))
    and (announcement <> 'SECRET' or reveals_at <= least(${now}::timestamptz, cancelled_at))`;

/** Whoever is named in one of the sets `shown`, or is announced before any is. */
export const playingArtists = (now: Date) => sql`
  select artist_id as id from shown where named and artist_id is not null
  union
  select a.artist_id from slot_artist a join shown on shown.id = a.slot_id and shown.named
  where a.festival_id = current_festival()
  union
  select id from artist
  where festival_id = current_festival() and (announcement = 'ANNOUNCED' or reveals_at <= ${now}::timestamptz)`;

const artistFields = sql`'id', id, 'name', name, 'slug', slug, 'country', country, 'genres', genres, 'billing', billing, 'picture',
  (select v.view from picture_view v where v.festival_id = artist.festival_id and v.id = picture_id)`;

/** What everyone may see, as one value. @param more what is told of each artist besides the name and the picture */
const shownProgramme = (now: Date, more: RawBuilder<unknown>) => sql`
  with shown as (${shownSets(now)}), others as (
    select slot_id, jsonb_agg(artist_id order by position) as ids
    from slot_artist where festival_id = current_festival() group by slot_id
  ), playing as (${playingArtists(now)})
  select jsonb_build_object(
    'stages', (
      select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'placeId', place_id, 'order', sort_order)
        order by sort_order, id), '[]')
      from stage where festival_id = current_festival()),
    'artists', (
      select coalesce(jsonb_agg(jsonb_build_object(${artistFields}, ${more})
        order by billing, coalesce(sort_name, name), id), '[]')
      from artist where festival_id = current_festival() and id in (select id from playing)),
    'slots', (
      select coalesce(jsonb_agg(jsonb_build_object('id', id, 'stageId', stage_id,
        'artistId', case when named then artist_id end,
        'withArtistIds', case when named then coalesce(others.ids, '[]') else '[]' end,
        'title', case when named then title end,
        'day', day, 'startsAt', iso(starts_at), 'endsAt', iso(ends_at), 'status', status,
        'overlaysId', case when overlays_id in (select id from shown) then overlays_id end) order by starts_at, stage_id, id), '[]')
      from shown left join others on others.slot_id = shown.id)
  ) as programme`;

const nothing = { stages: [], artists: [], slots: [] };

export async function read(tx: Tx, now: Date): Promise<ProgrammeView> {
  const { rows } = await sql<{ programme: ProgrammeView }>`${shownProgramme(now, sql`'bio', bio`)}`.execute(tx);
  return rows[0]?.programme ?? nothing;
}

/** The same without the artists' long texts. */
export async function readLineUp(tx: Tx, now: Date): Promise<LineUpView> {
  const { rows } = await sql<{
    programme: LineUpView;
  }>`${shownProgramme(now, sql`'sortName', sort_name`)}`.execute(tx);
  return rows[0]?.programme ?? nothing;
}

/** An artist whom everyone may know to play. */
export async function readArtist(tx: Tx, slug: string, now: Date): Promise<PublicArtistView | undefined> {
  const { rows } = await sql<{ artist: PublicArtistView }>`
    with shown as (${shownSets(now)}), playing as (${playingArtists(now)})
    select jsonb_build_object(${artistFields}, 'bio', bio, 'links', links) as artist
    from artist where festival_id = current_festival() and slug = ${slug} and id in (select id from playing)`.execute(
    tx,
  );
  return rows[0]?.artist;
}
