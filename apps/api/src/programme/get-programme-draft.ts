import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/programme/contract';
import type { Ctx } from '../platform/context.ts';
import { look } from '../platform/transaction.ts';
import { listedArtists } from './artist-store.ts';
import { slots } from './slot-store.ts';
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
