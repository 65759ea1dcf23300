import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/programme/contract';
import { v7 } from 'uuid';
import { hasPlace } from '../places/store.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, type Tx } from '../platform/transaction.ts';
import { current } from './current.ts';
import { lockProgramme } from './edit-store.ts';
import { countSlots } from './slot-store.ts';
import * as store from './stage-store.ts';

/** Adds a stage after the others. */
export function createStage(
  ctx: Ctx,
  { params, body }: Input<typeof contract.createStage>,
): Promise<Output<typeof contract.createStage>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    await mustHavePlace(tx, body.placeId);
    const id = v7();
    await store.insertStage(tx, { festivalId: params.festivalId, id, ...body });
    const created = (await store.stage(tx, id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'programme.stage_created', subjectId: id, after: created });
    return created;
  });
}

/** Renames a stage or puts it elsewhere on the map. */
export function updateStage(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updateStage>,
): Promise<Output<typeof contract.updateStage>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    const before = current(await store.stage(tx, params.stageId), body.version);
    await mustHavePlace(tx, body.changes.placeId);
    await store.updateStage(tx, before.id, body.changes);
    const after = (await store.stage(tx, before.id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'programme.stage_changed', subjectId: before.id, before, after });
    return after;
  });
}

/** Takes a stage away, unless something is planned on it. */
export async function deleteStage(
  ctx: Ctx,
  { params, query }: Input<typeof contract.deleteStage>,
): Promise<Output<typeof contract.deleteStage>> {
  await deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    const before = current(await store.stage(tx, params.stageId), query.version);
    const sets = await countSlots(tx, { stageId: before.id });
    if (sets > 0) fail('programme.in_use', { sets });
    await store.deleteStage(tx, before.id);
    await record(tx, ctx, { name: 'programme.stage_deleted', subjectId: before.id, before });
  });
}

/** Puts the stages in order. Whoever names others than there are has not seen what somebody else did. */
export function orderStages(
  ctx: Ctx,
  { params, body }: Input<typeof contract.orderStages>,
): Promise<Output<typeof contract.orderStages>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    const before = await store.stages(tx);
    const wanted = new Set(body.stageIds);
    const same =
      wanted.size === body.stageIds.length && wanted.size === before.length && before.every(({ id }) => wanted.has(id));
    if (!same) fail('general.conflict');
    for (const [order, id] of body.stageIds.entries()) {
      if (before.some((stage) => stage.id === id && stage.order !== order)) await store.updateStage(tx, id, { order });
    }
    const after = await store.stages(tx);
    await record(tx, ctx, {
      name: 'programme.stages_ordered',
      subjectId: params.festivalId,
      before: { stages: before.map(({ name }) => name) },
      after: { stages: after.map(({ name }) => name) },
    });
    return after;
  });
}

async function mustHavePlace(tx: Tx, placeId: string | null | undefined): Promise<void> {
  if (placeId && !(await hasPlace(tx, placeId))) fail('general.not_found', { placeId });
}
