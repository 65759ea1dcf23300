import type { DraftSlot } from '@festivals/domain/programme/contract';
import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';
import { definedOf, type Some } from './edit-store.ts';

type Editable = Omit<DraftSlot, 'id' | 'version'>;

const views = (tx: Tx) =>
  tx
    .selectFrom('slot')
    .select([
      'id',
      'stage_id as stageId',
      'artist_id as artistId',
      'title',
      'day',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'status',
      'version',
    ])
    // The status is one of those that its check lets in.
    .$castTo<DraftSlot>();

export const slots = (tx: Tx): Promise<DraftSlot[]> => views(tx).orderBy('starts_at').orderBy('id').execute();

export const slot = (tx: Tx, id: string): Promise<DraftSlot | undefined> =>
  views(tx).where('id', '=', id).executeTakeFirst();

export const slotsOf = (tx: Tx, ids: readonly string[]): Promise<DraftSlot[]> =>
  views(tx).where('id', 'in', ids).orderBy('starts_at').orderBy('id').execute();

export async function insertSlot(tx: Tx, slot: Editable & { festivalId: string; id: string }): Promise<void> {
  await tx
    .insertInto('slot')
    .values({
      festival_id: slot.festivalId,
      id: slot.id,
      stage_id: slot.stageId,
      artist_id: slot.artistId,
      title: slot.title,
      day: slot.day,
      starts_at: slot.startsAt,
      ends_at: slot.endsAt,
      status: slot.status,
    })
    .execute();
}

export async function updateSlot(tx: Tx, id: string, changes: Some<Editable>): Promise<void> {
  const columns = {
    stage_id: changes.stageId,
    artist_id: changes.artistId,
    title: changes.title,
    day: changes.day,
    starts_at: changes.startsAt,
    ends_at: changes.endsAt,
    status: changes.status,
  };
  await tx
    .updateTable('slot')
    .set((set) => ({ ...definedOf(columns), version: set('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function deleteSlot(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('slot').where('id', '=', id).execute();
}

/** How many sets there are on a stage or of an artist. */
export async function countSlots(tx: Tx, of: { stageId: string } | { artistId: string }): Promise<number> {
  const [column, id] = 'stageId' in of ? (['stage_id', of.stageId] as const) : (['artist_id', of.artistId] as const);
  const { count } = await tx
    .selectFrom('slot')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where(column, '=', id)
    .executeTakeFirstOrThrow();
  return count;
}

/** A confirmed set that stands in the way of one of these confirmed sets. */
export async function overlapOf(
  tx: Tx,
  ids: readonly string[],
): Promise<{ slotId: string; otherId: string } | undefined> {
  const { rows } = await sql<{ slotId: string; otherId: string }>`
    select mine.id as "slotId", other.id as "otherId"
    from slot mine join slot other on other.stage_id = mine.stage_id and other.id <> mine.id
      and tstzrange(other.starts_at, other.ends_at) && tstzrange(mine.starts_at, mine.ends_at)
    where mine.id = any(${ids}) and mine.status = 'CONFIRMED' and other.status = 'CONFIRMED'
    order by other.starts_at, other.id, mine.id limit 1`.execute(tx);
  return rows[0];
}
