import type { DraftStage } from '@festivals/domain/programme/contract';
import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';
import { definedOf, type Some } from './edit-store.ts';

type Editable = Pick<DraftStage, 'name' | 'placeId' | 'hours'>;

const views = (tx: Tx) =>
  tx
    .selectFrom('stage')
    .select(['id', 'name', 'place_id as placeId', 'hours', 'sort_order as order', 'version'])
    // jsonb holds what the schema let in.
    .$castTo<DraftStage>();

export const stages = (tx: Tx): Promise<DraftStage[]> => views(tx).orderBy('sort_order').orderBy('id').execute();

export const stage = (tx: Tx, id: string): Promise<DraftStage | undefined> =>
  views(tx).where('id', '=', id).executeTakeFirst();

/** Which of these stages there are. */
export async function knownStages(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.selectFrom('stage').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** A new stage, after all the others. */
export async function insertStage(tx: Tx, stage: Editable & { festivalId: string; id: string }): Promise<void> {
  await tx
    .insertInto('stage')
    .values({
      festival_id: stage.festivalId,
      id: stage.id,
      name: stage.name,
      place_id: stage.placeId,
      hours: JSON.stringify(stage.hours),
      sort_order: sql<number>`(select coalesce(max(sort_order) + 1, 0) from stage)`,
    })
    .execute();
}

export async function updateStage(tx: Tx, id: string, changes: Some<Editable & { order: number }>): Promise<void> {
  await tx
    .updateTable('stage')
    .set((set) => ({
      ...definedOf({
        name: changes.name,
        place_id: changes.placeId,
        hours: changes.hours && JSON.stringify(changes.hours),
        sort_order: changes.order,
      }),
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

export async function deleteStage(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('stage').where('id', '=', id).execute();
}
