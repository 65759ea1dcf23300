import type { Input, Output } from '@festivals/contract';
import { festivalDay } from '@festivals/domain/calendar';
import type * as contract from '@festivals/domain/programme/contract';
import { nonsenseOf } from '@festivals/domain/programme/times';
import { v7 } from 'uuid';
import { find as findFestival } from '../festival/store.ts';
import { findAccount } from '../identity/account-store.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { actorId, record } from '../platform/record.ts';
import { deed, type Tx } from '../platform/transaction.ts';
import { knownArtists } from './artist-store.ts';
import { definedOf, lockProgramme } from './edit-store.ts';
import * as store from './slot-store.ts';
import { knownStages } from './stage-store.ts';

/** Adds a set. */
export function createSlot(
  ctx: Ctx,
  { params, body }: Input<typeof contract.createSlot>,
): Promise<Output<typeof contract.createSlot>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    await mustExist(tx, [body]);
    const id = v7();
    const day = (await dayOf(tx))(body.startsAt);
    await store.insertSlot(tx, { festivalId: params.festivalId, id, day, ...body }, changeBy(ctx));
    await mustStandFree(tx, id);
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
    const before = await current(tx, await store.slot(tx, params.slotId), body.version);
    refuseNonsense({ ...before, ...definedOf(body.changes) });
    await mustExist(tx, [body.changes]);
    const { startsAt } = body.changes;
    const day = startsAt && { day: (await dayOf(tx))(startsAt) };
    await store.updateSlot(tx, before.id, { ...body.changes, ...day }, changeBy(ctx));
    await mustStandFree(tx, before.id);
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
    for (const { slotId, version } of body.moves) {
      await current(tx, before.get(slotId) ?? fail('general.not_found', { slotId }), version);
    }
    await mustExist(tx, body.moves);
    const day = await dayOf(tx);
    await store.moveSlots(
      tx,
      body.moves.map((move) => ({ ...move, day: day(move.startsAt) })),
      changeBy(ctx),
    );
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
    const before = await current(tx, await store.slot(tx, params.slotId), query.version);
    await store.deleteSlot(tx, before.id);
    await record(tx, ctx, { name: 'programme.slot_deleted', subjectId: before.id, before });
  });
}

/** Who changes a set, and when. */
export const changeBy = (ctx: Ctx) => ({ by: actorId(ctx.caller), at: ctx.clock.now() });

/** The set, unless somebody changed it since the caller read it: then it is said who, and when. */
async function current<T extends { id: string; version: number }>(
  tx: Tx,
  found: T | undefined,
  version: number,
): Promise<T> {
  if (!found) fail('general.not_found');
  if (found.version === version) return found;
  const { by = null, at } = (await store.lastChangeOf(tx, found.id)) ?? {};
  fail('general.conflict', {
    slotId: found.id,
    version: found.version,
    by: by && (await findAccount(tx, { id: by }))?.name,
    at,
  });
}

/** Which festival day a set belongs to that starts at a moment. */
async function dayOf(tx: Tx): Promise<(startsAt: string) => string> {
  const { zone, cutOff } = (await findFestival(tx)) ?? fail('general.not_found');
  return (startsAt) => festivalDay(new Date(startsAt), zone, cutOff);
}

type Refers = {
  stageId?: string | undefined;
  artistId?: string | null | undefined;
  withArtistIds?: readonly string[] | undefined;
  overlaysId?: string | null | undefined;
};

async function mustExist(tx: Tx, all: readonly Refers[]): Promise<void> {
  const stageIds = all.flatMap(({ stageId }) => stageId ?? []);
  const artistIds = all.flatMap(({ artistId, withArtistIds = [] }) => [
    ...(artistId ? [artistId] : []),
    ...withArtistIds,
  ]);
  const slotIds = all.flatMap(({ overlaysId }) => overlaysId ?? []);
  const stages = await knownStages(tx, stageIds);
  for (const stageId of stageIds) if (!stages.has(stageId)) fail('general.not_found', { stageId });
  const artists = await knownArtists(tx, artistIds);
  for (const artistId of artistIds) if (!artists.has(artistId)) fail('general.not_found', { artistId });
  for (const overlaysId of slotIds) if (!(await store.slot(tx, overlaysId))) fail('general.not_found', { overlaysId });
}

/** Refuses a set that takes over what cannot be taken over, or stands where another plays. */
export async function mustStandFree(tx: Tx, id: string): Promise<void> {
  const takeover = await store.impossibleTakeover(tx, id);
  if (takeover) fail('programme.takeover_impossible', takeover);
  await refuseOverlap(tx, [id]);
}

async function refuseOverlap(tx: Tx, ids: readonly string[]): Promise<void> {
  const found = await store.overlapOf(tx, ids);
  if (found) fail('programme.overlap', found);
}

/** What a set cannot become by a change of some of its fields. */
function refuseNonsense(slot: Parameters<typeof nonsenseOf>[0]): void {
  const [first] = nonsenseOf(slot);
  if (!first) return;
  fail('general.validation_failed', {
    part: 'body',
    issues: [{ path: `changes.${first.field}`, code: 'custom', message: first.message }],
  });
}
