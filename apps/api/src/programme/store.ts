import type { Programme } from '@festivals/domain/programme/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../platform/transaction.ts';

type ProgrammeView = z.input<typeof Programme>;

/**
 * What everyone may see, as one value. Artists are those of confirmed sets: who may still cancel is nobody's business yet,
 * nor is a set whose artist is to be announced.
 */
export async function read(tx: Tx): Promise<ProgrammeView> {
  const { rows } = await sql<{ programme: ProgrammeView }>`
    with confirmed as (
      select * from slot where festival_id = current_festival() and status = 'CONFIRMED' and artist_id is not null
    )
    select jsonb_build_object(
      'stages', (
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'placeId', place_id, 'order', sort_order)
          order by sort_order, id), '[]')
        from stage where festival_id = current_festival()),
      'artists', (
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'slug', slug, 'country', country, 'genres', genres,
          'bio', bio, 'billing', billing) order by billing, name, id), '[]')
        from artist where festival_id = current_festival() and id in (select artist_id from confirmed)),
      'slots', (
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'stageId', stage_id, 'artistId', artist_id, 'day', day,
          'startsAt', iso(starts_at), 'endsAt', iso(ends_at), 'status', status) order by starts_at, stage_id), '[]')
        from confirmed)
    ) as programme`.execute(tx);
  return rows[0]?.programme ?? { stages: [], artists: [], slots: [] };
}
