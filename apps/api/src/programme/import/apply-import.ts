import type { Input, Output } from '@festivals/contract';
import { festivalDay } from '@festivals/domain/calendar';
import { FestivalId } from '@festivals/domain/primitives';
import type * as contract from '@festivals/domain/programme/import/contract';
import type { DraftSlot } from '@festivals/domain/programme/contract';
import type { ImportPlan, Ref } from '@festivals/domain/programme/import/plan';
import { v7 } from 'uuid';
import { find as findFestival } from '../../festival/store.ts';
import type { Ctx } from '../../platform/context.ts';
import type { JobPayload } from '../../platform/domain-module.ts';
import { fail } from '../../platform/fault.ts';
import { actorId, record, recordAll, type Deed } from '../../platform/record.ts';
import { translateError } from '../../platform/translate-error.ts';
import { deed, step, type Tx } from '../../platform/transaction.ts';
import { lockProgramme } from '../edit-store.ts';
import { slots } from '../slot-store.ts';
import * as bulk from './bulk-store.ts';
import * as store from './import-store.ts';
import { hashOf, planned } from './read-import.ts';

const batch = 1_000;

/** Lets a job write what was shown; whoever was shown something else is refused here already. */
export function applyProgrammeImport(
  ctx: Ctx,
  { params, body }: Input<typeof contract.applyProgrammeImport>,
): Promise<Output<typeof contract.applyProgrammeImport>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = (await store.lockImport(tx, params.importId)) ?? fail('general.not_found');
    if (before.status !== 'READY') fail('programme.import_not_ready', { status: before.status });
    if (before.hash !== body.hash) fail('programme.import_changed');
    await store.keepStatus(tx, before.id, 'APPLYING');
    await store.keepStarter(tx, before.id, actorId(ctx.caller));
    await record(tx, ctx, { name: 'programme.import_started', subjectId: before.id, after: before.counts });
    return (await store.findImport(tx, before.id)) ?? fail('general.internal');
  });
}

/**
 * Writes an import in one transaction: planned again behind the lock, and read anew instead where the programme is another
 * one by now. Done twice, it writes once.
 */
export async function writeImport(ctx: Ctx, { festivalId: given, subjectId }: JobPayload): Promise<void> {
  const festivalId = FestivalId.parse(given);
  const tellProgress = (done: number) => step(ctx, festivalId, (tx) => store.keepProgress(tx, subjectId, done));
  try {
    await step(ctx, festivalId, async (tx) => {
      await lockProgramme(tx);
      const found = await store.findImport(tx, subjectId);
      if (found?.status !== 'APPLYING' || found.hash === null) return;
      const { records, options, startedBy = null } = (await store.sourceOf(tx, subjectId)) ?? {};
      if (!records || !options) return;
      const plan = await planned(tx, records, options);
      if (hashOf(plan) !== found.hash) return readAgain(tx, ctx, subjectId, 'changed_meanwhile');
      const undo = await write(tx, ctx, plan, { source: options.source, personId: startedBy }, tellProgress);
      await store.keepApplied(tx, subjectId, undo, ctx.clock.now());
      const after = { created: undo.createdIds.length, changed: undo.changed.length };
      await record(tx, ctx, { name: 'programme.imported', subjectId, after, personId: startedBy });
    });
  } catch (error) {
    const fault = translateError(error);
    // What the database refuses it will refuse again; anything else may be better the next time.
    if (fault === null || fault.name === 'general.unavailable') throw error;
    await step(ctx, festivalId, (tx) => readAgain(tx, ctx, subjectId, 'failed'));
  }
}

async function readAgain(tx: Tx, ctx: Ctx, importId: string, reason: 'changed_meanwhile' | 'failed'): Promise<void> {
  await store.keepChanged(tx, importId, reason);
  await record(tx, ctx, { name: 'programme.import_mapped', subjectId: importId, after: { reason } });
}

async function write(
  tx: Tx,
  ctx: Ctx,
  { writes }: ImportPlan,
  { source, personId }: { source: string; personId: string | null },
  tellProgress: (done: number) => Promise<void>,
): Promise<store.ImportUndo> {
  const festival = (await findFestival(tx)) ?? fail('general.not_found');
  const stages = writes.stages.map((stage) => ({ id: v7(), ...stage }));
  const artists = writes.artists.map((artist) => ({ id: v7(), ...artist }));
  await bulk.insertStages(tx, stages);
  await bulk.insertArtists(tx, artists, festival.languages[0] ?? 'en');
  const change = { by: personId, at: ctx.clock.now() };
  const idOf = (ref: Ref, made: readonly { id: string }[]) =>
    'id' in ref ? ref.id : (made[ref.made]?.id ?? fail('general.internal'));
  const before = new Map((await slots(tx)).map((slot) => [slot.id, slot]));
  const told: Deed[] = [
    ...stages.map((after): Deed => ({ name: 'programme.stage_created', subjectId: after.id, after })),
    ...artists.map((after): Deed => ({ name: 'programme.artist_created', subjectId: after.id, after })),
  ];
  const createdIds: string[] = [];
  const changed: DraftSlot[] = [];
  const ids = [...writes.ids];
  for (let at = 0; at < writes.slots.length; at += batch) {
    const written = writes.slots.slice(at, at + batch).map(({ slotId, externalId, after }) => {
      const { stage, artist, ...rest } = after;
      const id = slotId ?? v7();
      if (externalId !== null) ids.push({ externalId, slotId: id });
      const day = festivalDay(new Date(after.startsAt), festival.zone, festival.cutOff);
      const slot = { id, stageId: idOf(stage, stages), artistId: artist && idOf(artist, artists), day, ...rest };
      return { slot, before: slotId === null ? undefined : before.get(slotId) };
    });
    await bulk.insertSlots(
      tx,
      written.filter((one) => one.before === undefined).map(({ slot }) => slot),
      change,
    );
    await bulk.updateSlots(
      tx,
      written.filter((one) => one.before !== undefined).map(({ slot }) => slot),
      change,
    );
    for (const one of written) {
      if (one.before) changed.push(one.before);
      else createdIds.push(one.slot.id);
      const name = one.before ? 'programme.slot_changed' : 'programme.slot_created';
      const version = (one.before?.version ?? 0) + 1;
      told.push({ name, subjectId: one.slot.id, before: one.before, after: { ...one.before, ...one.slot, version } });
    }
    await tellProgress(Math.min(at + batch, writes.slots.length));
  }
  await bulk.rememberIds(tx, source, ids);
  await bulk.checkOverlaps(tx);
  await recordAll(
    tx,
    ctx,
    told.map((one) => ({ ...one, personId })),
  );
  return { stageIds: stages.map(({ id }) => id), artistIds: artists.map(({ id }) => id), createdIds, changed };
}
