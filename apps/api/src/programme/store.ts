import type { Programme } from '@festivals/domain/programme/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../platform/transaction.ts';

type ProgrammeView = z.input<typeof Programme>;

/**
 * What everyone may see, as one value: sets that are sure, or were until they were cancelled. A secret set is not among them
 * until it is revealed, and one to be announced stands there without its name. What is cancelled is not revealed any more.
 */
export async function read(tx: Tx, now: Date): Promise<ProgrammeView> {
  const { rows } = await sql<{ programme: ProgrammeView }>`
    with shown as (
      select *, announcement = 'OPEN' or coalesce(reveals_at <= least(${now}::timestamptz, cancelled_at), false) as named
      from slot
      where festival_id = current_festival() and (status = 'CONFIRMED' or (status = 'CANCELLED' and confirmed_at is not null))
        and (announcement <> 'SECRET' or reveals_at <= least(${now}::timestamptz, cancelled_at))
    ), others as (
      select slot_id, jsonb_agg(artist_id order by position) as ids
      from slot_artist where festival_id = current_festival() group by slot_id
    ), playing as (
      select artist_id as id from shown where named
      union
      select a.artist_id from slot_artist a join shown on shown.id = a.slot_id and shown.named
      where a.festival_id = current_festival()
    )
    select jsonb_build_object(
      'stages', (
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'placeId', place_id, 'order', sort_order)
          order by sort_order, id), '[]')
        from stage where festival_id = current_festival()),
      'artists', (
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'slug', slug, 'country', country, 'genres', genres,
          'bio', bio, 'billing', billing, 'picture',
          (select v.view from picture_view v where v.festival_id = artist.festival_id and v.id = picture_id))
          order by billing, coalesce(sort_name, name), id), '[]')
        from artist where festival_id = current_festival() and id in (select id from playing)),
      'slots', (
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'stageId', stage_id,
          'artistId', case when named then artist_id end,
          'withArtistIds', case when named then coalesce(others.ids, '[]') else '[]' end,
          'title', case when named then title end,
          'day', day, 'startsAt', iso(starts_at), 'endsAt', iso(ends_at), 'status', status,
          'overlaysId', case when overlays_id in (select id from shown) then overlays_id end) order by starts_at, stage_id), '[]')
        from shown left join others on others.slot_id = shown.id)
    ) as programme`.execute(tx);
  return rows[0]?.programme ?? { stages: [], artists: [], slots: [] };
}
