import type { Input, Output } from '@festivals/contract';
import { festivalDay } from '@festivals/domain/calendar';
import type * as contract from '@festivals/domain/programme/contract';
import { isPossible } from '@festivals/domain/programme/times';
import { v7 } from 'uuid';
import { find as findFestival } from '../festival/store.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, type Tx } from '../platform/transaction.ts';
import { artist } from './artist-store.ts';
import { current } from './current.ts';
import { definedOf, lockProgramme } from './edit-store.ts';
import * as store from './slot-store.ts';
import { stage } from './stage-store.ts';

/** Adds a set. */
export function createSlot(
  ctx: Ctx,
  { params, body }: Input<typeof contract.createSlot>,
): Promise<Output<typeof contract.createSlot>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    await mustExist(tx, body);
    const id = v7();
    const day = await dayOf(tx, body.startsAt);
    await store.insertSlot(tx, { festivalId: params.festivalId, id, day, ...body });
    await refuseOverlap(tx, [id]);
    const created = (await store.slot(tx, id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'programme.slot_created', subjectId: id, after: created });
    return created;
  });
}

/** Changes whatever there is of a set. */
export function updateSlot(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updateSlot>,
): Promise<Output<typeof contract.updateSlot>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    const before = current(await store.slot(tx, params.slotId), body.version);
    refuseNonsense({ ...before, ...definedOf(body.changes) });
    await mustExist(tx, body.changes);
    const { startsAt } = body.changes;
    await store.updateSlot(tx, before.id, { ...body.changes, ...(startsAt && { day: await dayOf(tx, startsAt) }) });
    await refuseOverlap(tx, [before.id]);
    const after = (await store.slot(tx, before.id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'programme.slot_changed', subjectId: before.id, before, after });
    return after;
  });
}

/** Moves sets, all or none. Only when all stand where they shall is it asked what is in the way, so that two can swap. */
export function moveSlots(
  ctx: Ctx,
  { params, body }: Input<typeof contract.moveSlots>,
): Promise<Output<typeof contract.moveSlots>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    const ids = body.moves.map(({ slotId }) => slotId);
    const before = new Map((await store.slotsOf(tx, ids)).map((slot) => [slot.id, slot]));
    for (const { slotId, version, ...to } of body.moves) {
      const found = before.get(slotId) ?? fail('general.not_found', { slotId });
      if (found.version !== version) fail('general.conflict', { slotId, version: found.version });
      await mustExist(tx, to);
      await store.updateSlot(tx, slotId, { ...to, day: await dayOf(tx, to.startsAt) });
    }
    await refuseOverlap(tx, ids);
    const moved = await store.slotsOf(tx, ids);
    for (const after of moved) {
      await record(tx, ctx, {
        name: 'programme.slot_moved',
        subjectId: after.id,
        before: before.get(after.id),
        after,
      });
    }
    return moved;
  });
}

/** Takes a set out of the programme. */
export async function deleteSlot(
  ctx: Ctx,
  { params, query }: Input<typeof contract.deleteSlot>,
): Promise<Output<typeof contract.deleteSlot>> {
  await deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    const before = current(await store.slot(tx, params.slotId), query.version);
    await store.deleteSlot(tx, before.id);
    await record(tx, ctx, { name: 'programme.slot_deleted', subjectId: before.id, before });
  });
}

async function dayOf(tx: Tx, startsAt: string): Promise<string> {
  const festival = (await findFestival(tx)) ?? fail('general.not_found');
  return festivalDay(new Date(startsAt), festival.zone);
}

async function mustExist(
  tx: Tx,
  { stageId, artistId }: { stageId?: string | undefined; artistId?: string | null | undefined },
): Promise<void> {
  if (stageId && !(await stage(tx, stageId))) fail('general.not_found', { stageId });
  if (artistId && !(await artist(tx, artistId))) fail('general.not_found', { artistId });
}

async function refuseOverlap(tx: Tx, ids: readonly string[]): Promise<void> {
  const found = await store.overlapOf(tx, ids);
  if (found) fail('programme.overlap', found);
}

/** What a set cannot become by a change of some of its fields. */
function refuseNonsense(slot: {
  startsAt: string;
  endsAt: string;
  artistId: string | null;
  title: string | null;
}): void {
  const issue = (field: string, message: string) =>
    fail('general.validation_failed', {
      part: 'body',
      issues: [{ path: `changes.${field}`, code: 'custom', message }],
    });
  if (!isPossible(slot)) issue('endsAt', 'impossible_times');
  if (slot.artistId === null && slot.title === null) issue('title', 'no_artist');
}
