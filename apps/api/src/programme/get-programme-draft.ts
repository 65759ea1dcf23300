import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/programme/contract';
import { playersOf } from '@festivals/domain/programme/set-name';
import type { Ctx } from '../platform/context.ts';
import { look } from '../platform/transaction.ts';
import { listedArtists, listedArtistsOf } from './artist-store.ts';
import { slots, slotsOfDay } from './slot-store.ts';
import { stages } from './stage-store.ts';

/** The whole programme, as its editors see it. */
export const getProgrammeDraft = (
  ctx: Ctx,
  { params }: Input<typeof contract.getProgrammeDraft>,
): Promise<Output<typeof contract.getProgrammeDraft>> =>
  look(ctx, params.festivalId, async (tx) => ({
    stages: await stages(tx),
    artists: await listedArtists(tx),
    slots: await slots(tx),
  }));

/** One day of it, which stays small however long the festival is. */
export const getProgrammeDay = (
  ctx: Ctx,
  { params }: Input<typeof contract.getProgrammeDay>,
): Promise<Output<typeof contract.getProgrammeDay>> =>
  look(ctx, params.festivalId, async (tx) => {
    const sets = await slotsOfDay(tx, params.day);
    const playing = [...new Set(sets.flatMap(playersOf))];
    return { stages: await stages(tx), artists: await listedArtistsOf(tx, playing), slots: sets };
  });
