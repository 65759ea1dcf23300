import type { Input, Output } from '@festivals/contract';
import { festivalDay } from '@festivals/domain/calendar';
import * as contract from '@festivals/domain/programme/contract';
import { artistSlug } from '@festivals/domain/programme/rules';
import type { z } from 'zod';
import { find as findFestival } from '../festival/store.ts';
import { historyOf } from '../identity/history-of.ts';
import { find as findPicture } from '../media/store.ts';
import { hasPlace } from '../places/store.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, type Tx } from '../platform/transaction.ts';
import * as artistStore from './artist-store.ts';
import { changeBy, mustStandFree } from './edit-slots.ts';
import { lockProgramme, putVersion } from './edit-store.ts';
import * as slotStore from './slot-store.ts';
import * as stageStore from './stage-store.ts';

/** Brings an artist back as they were when they were taken away, at the next address that is free; a picture that is gone stays so, a fee is agreed anew. */
export function restoreArtist(
  ctx: Ctx,
  { params }: Input<typeof contract.restoreArtist>,
): Promise<Output<typeof contract.restoreArtist>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    if (await artistStore.artist(tx, params.artistId)) fail('general.conflict');
    const { version, picture, ...was } = await removed(tx, 'artist', params.artistId, contract.DraftArtist);
    const taken = await artistStore.slugs(tx);
    const slug = taken.has(was.slug) ? artistSlug(was.name, (wanted) => taken.has(wanted)) : was.slug;
    await artistStore.insertArtist(tx, { ...was, festivalId: params.festivalId, slug });
    if (picture !== null && (await findPicture(tx, picture.id))) await artistStore.showPicture(tx, was.id, picture.id);
    await putVersion(tx, 'artist', was.id, version + 1);
    const after = (await artistStore.artist(tx, was.id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'programme.artist_restored', subjectId: after.id, after });
    return after;
  });
}

/** Brings a stage back, after the others; a place that is no longer on the map is let go. */
export function restoreStage(
  ctx: Ctx,
  { params }: Input<typeof contract.restoreStage>,
): Promise<Output<typeof contract.restoreStage>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    if (await stageStore.stage(tx, params.stageId)) fail('general.conflict');
    const { version, ...was } = await removed(tx, 'stage', params.stageId, contract.DraftStage);
    const placeId = was.placeId !== null && (await hasPlace(tx, was.placeId)) ? was.placeId : null;
    await stageStore.insertStage(tx, { ...was, festivalId: params.festivalId, placeId });
    await putVersion(tx, 'stage', was.id, version + 1);
    const after = (await stageStore.stage(tx, was.id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'programme.stage_restored', subjectId: after.id, after });
    return after;
  });
}

/** Brings a set back to where it was, if its stage and its artists are there and nobody plays there now. */
export function restoreSlot(
  ctx: Ctx,
  { params }: Input<typeof contract.restoreSlot>,
): Promise<Output<typeof contract.restoreSlot>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    if (await slotStore.slot(tx, params.slotId)) fail('general.conflict');
    const { version, ...was } = await removed(tx, 'slot', params.slotId, contract.DraftSlot);
    await mustHaveParents(tx, was);
    const { zone, cutOff } = (await findFestival(tx)) ?? fail('general.not_found');
    const day = festivalDay(new Date(was.startsAt), zone, cutOff);
    await slotStore.insertSlot(tx, { ...was, festivalId: params.festivalId, day }, changeBy(ctx));
    await putVersion(tx, 'slot', was.id, version + 1);
    await mustStandFree(tx, was.id);
    const after = (await slotStore.slot(tx, was.id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'programme.slot_restored', subjectId: after.id, after });
    return after;
  });
}

/** What a record was when it was taken away: the last thing that its history tells of it. */
async function removed<S extends z.ZodType>(
  tx: Tx,
  kind: 'artist' | 'stage' | 'slot',
  recordId: string,
  schema: S,
): Promise<z.output<S>> {
  const [last] = await historyOf(tx, { recordId, beginnings: [`programme.${kind}_`], beforeSeq: null, most: 1 });
  if (last?.name !== `programme.${kind}_deleted`) fail('general.not_found');
  const was = schema.safeParse(last.before);
  // Of what an older hand took away its history may tell nothing.
  return was.success ? was.data : fail('general.not_found');
}

async function mustHaveParents(
  tx: Tx,
  {
    stageId,
    artistId,
    withArtistIds,
    overlaysId,
  }: Pick<contract.DraftSlot, 'stageId' | 'artistId' | 'withArtistIds' | 'overlaysId'>,
) {
  if (!(await stageStore.stage(tx, stageId))) fail('programme.parent_gone', { stageId });
  const artistIds = [...(artistId === null ? [] : [artistId]), ...withArtistIds];
  const known = await artistStore.knownArtists(tx, artistIds);
  const gone = artistIds.find((id) => !known.has(id));
  if (gone !== undefined) fail('programme.parent_gone', { artistId: gone });
  if (overlaysId !== null && !(await slotStore.slot(tx, overlaysId))) fail('programme.parent_gone', { overlaysId });
}
