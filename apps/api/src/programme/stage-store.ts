import type { DraftStage } from '@festivals/domain/programme/contract';
import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';
import { definedOf, type Some } from './edit-store.ts';

type Editable = Pick<DraftStage, 'name' | 'placeId'>;

const views = (tx: Tx) =>
  tx.selectFrom('stage').select(['id', 'name', 'place_id as placeId', 'sort_order as order', 'version']);

export const stages = (tx: Tx): Promise<DraftStage[]> => views(tx).orderBy('sort_order').orderBy('id').execute();

export const stage = (tx: Tx, id: string): Promise<DraftStage | undefined> =>
  views(tx).where('id', '=', id).executeTakeFirst();

/** A new stage, after all the others. */
export async function insertStage(tx: Tx, stage: Editable & { festivalId: string; id: string }): Promise<void> {
  await tx
    .insertInto('stage')
    .values({
      festival_id: stage.festivalId,
      id: stage.id,
      name: stage.name,
      place_id: stage.placeId,
      sort_order: sql<number>`(select coalesce(max(sort_order) + 1, 0) from stage)`,
    })
    .execute();
}

export async function updateStage(tx: Tx, id: string, changes: Some<Editable & { order: number }>): Promise<void> {
  await tx
    .updateTable('stage')
    .set((set) => ({
      ...definedOf({ name: changes.name, place_id: changes.placeId, sort_order: changes.order }),
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

export async function deleteStage(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('stage').where('id', '=', id).execute();
}
