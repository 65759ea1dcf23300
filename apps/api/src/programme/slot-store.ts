import type { DraftSlot, SlotMove } from '@festivals/domain/programme/contract';
import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';
import { definedOf, type Some } from './edit-store.ts';

type Editable = Omit<DraftSlot, 'id' | 'version'>;
/** Who changes it, and when. */
type Change = { by: string | null; at: Date };

const views = (tx: Tx) =>
  tx
    .selectFrom('slot')
    .leftJoin(
      (from) =>
        from
          .selectFrom('slot_artist')
          .select(['slot_id', sql<string[]>`array_agg(artist_id order by position)`.as('ids')])
          .groupBy('slot_id')
          .as('others'),
      (join) => join.onRef('others.slot_id', '=', 'slot.id'),
    )
    .select([
      'id',
      'stage_id as stageId',
      'artist_id as artistId',
      sql<string[]>`coalesce(others.ids, '{}')`.as('withArtistIds'),
      'title',
      'day',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'status',
      'announcement',
      'reveals_at as revealsAt',
      'setup_minutes as setupMinutes',
      'teardown_minutes as teardownMinutes',
      'overlays_id as overlaysId',
      'version',
    ])
    // Status and announcement are among those that their checks let in.
    .$castTo<DraftSlot>();

export const slots = (tx: Tx): Promise<DraftSlot[]> => views(tx).orderBy('starts_at').orderBy('id').execute();

export const slotsOfDay = (tx: Tx, day: string): Promise<DraftSlot[]> =>
  views(tx).where('day', '=', day).orderBy('starts_at').orderBy('id').execute();

export const slot = (tx: Tx, id: string): Promise<DraftSlot | undefined> =>
  views(tx).where('id', '=', id).executeTakeFirst();

export const slotsOf = (tx: Tx, ids: readonly string[]): Promise<DraftSlot[]> =>
  views(tx).where('id', 'in', ids).orderBy('starts_at').orderBy('id').execute();

const columnsOf = (slot: Some<Editable>) => ({
  stage_id: slot.stageId,
  artist_id: slot.artistId,
  title: slot.title,
  day: slot.day,
  starts_at: slot.startsAt,
  ends_at: slot.endsAt,
  status: slot.status,
  announcement: slot.announcement,
  reveals_at: slot.revealsAt,
  setup_minutes: slot.setupMinutes,
  teardown_minutes: slot.teardownMinutes,
  overlays_id: slot.overlaysId,
});

export async function insertSlot(
  tx: Tx,
  { festivalId, id, ...slot }: Editable & { festivalId: string; id: string },
  { by, at }: Change,
): Promise<void> {
  await tx
    .insertInto('slot')
    .values({
      festival_id: festivalId,
      id,
      stage_id: slot.stageId,
      day: slot.day,
      starts_at: slot.startsAt,
      ends_at: slot.endsAt,
      status: slot.status,
      ...definedOf(columnsOf(slot)),
      changed_by: by,
      changed_at: at,
    })
    .execute();
  await putArtists(tx, id, slot.withArtistIds);
}

export async function updateSlot(tx: Tx, id: string, changes: Some<Editable>, { by, at }: Change): Promise<void> {
  await tx
    .updateTable('slot')
    .set((set) => ({
      ...definedOf(columnsOf(changes)),
      version: set('version', '+', 1),
      changed_by: by,
      changed_at: at,
    }))
    .where('id', '=', id)
    .execute();
  if (changes.withArtistIds) {
    await tx.deleteFrom('slot_artist').where('slot_id', '=', id).execute();
    await putArtists(tx, id, changes.withArtistIds);
  }
}

async function putArtists(tx: Tx, slotId: string, artistIds: readonly string[]): Promise<void> {
  if (artistIds.length === 0) return;
  await sql`
    insert into slot_artist (festival_id, slot_id, artist_id, position)
    select current_festival(), ${slotId}, id, at from unnest(${artistIds}::uuid[]) with ordinality as one (id, at)`.execute(
    tx,
  );
}

/** Puts sets elsewhere, all at once. */
export async function moveSlots(
  tx: Tx,
  moves: readonly (SlotMove & { day: string })[],
  { by, at }: Change,
): Promise<void> {
  const column = (read: (move: SlotMove & { day: string }) => string) => moves.map(read);
  await sql`
    update slot set stage_id = move.stage_id, starts_at = move.starts_at, ends_at = move.ends_at, day = move.day,
      version = version + 1, changed_by = ${by}, changed_at = ${at}
    from unnest(${column(({ slotId }) => slotId)}::uuid[], ${column(({ stageId }) => stageId)}::uuid[],
      ${column(({ startsAt }) => startsAt)}::timestamptz[], ${column(({ endsAt }) => endsAt)}::timestamptz[],
      ${column(({ day }) => day)}::date[]) as move (id, stage_id, starts_at, ends_at, day)
    where slot.id = move.id`.execute(tx);
}

export async function deleteSlot(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('slot').where('id', '=', id).execute();
}

/** Who changed a set last, by name; null where nobody is known. */
export async function lastChangeOf(tx: Tx, id: string): Promise<{ by: string | null; at: string } | undefined> {
  return tx.selectFrom('slot').select(['changed_by as by', 'changed_at as at']).where('id', '=', id).executeTakeFirst();
}

/** How many sets there are on a stage or of an artist. */
export async function countSlots(tx: Tx, of: { stageId: string } | { artistId: string }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from slot
    where ${
      'stageId' in of
        ? sql`stage_id = ${of.stageId}`
        : sql`(artist_id = ${of.artistId} or id in (select slot_id from slot_artist where artist_id = ${of.artistId}))`
    }`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Of these sets, one that names as its takeover what cannot be taken over: a set that takes over another itself. */
export async function impossibleTakeover(tx: Tx, id: string): Promise<{ slotId: string; otherId: string } | undefined> {
  const { rows } = await sql<{ slotId: string; otherId: string }>`
    select upper.id as "slotId", under.id as "otherId"
    from slot upper join slot under on under.id = upper.overlays_id
    where under.overlays_id is not null and (upper.id = ${id} or under.id = ${id}) limit 1`.execute(tx);
  return rows[0];
}

/** A confirmed set that stands in the way of one of these confirmed sets; a takeover is in the way of other takeovers alone. */
export async function overlapOf(
  tx: Tx,
  ids: readonly string[],
): Promise<{ slotId: string; otherId: string } | undefined> {
  const { rows } = await sql<{ slotId: string; otherId: string }>`
    select mine.id as "slotId", other.id as "otherId"
    from slot mine join slot other on other.stage_id = mine.stage_id and other.id <> mine.id
      and tstzrange(other.starts_at, other.ends_at) && tstzrange(mine.starts_at, mine.ends_at)
      and (coalesce(other.overlays_id, other.id) <> coalesce(mine.overlays_id, mine.id)
        or (other.overlays_id is not null and mine.overlays_id is not null))
    where mine.id = any(${ids}) and mine.status = 'CONFIRMED' and other.status = 'CONFIRMED'
    order by other.starts_at, other.id, mine.id limit 1`.execute(tx);
  return rows[0];
}

/** Puts sets on other festival days; nobody edited them, so their version stays. */
export async function putOnDays(tx: Tx, moved: readonly { id: string; day: string }[]): Promise<void> {
  if (moved.length === 0) return;
  await sql`
    update slot set day = x.day from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as x(id uuid, day date)
    where slot.festival_id = current_festival() and slot.id = x.id`.execute(tx);
}
