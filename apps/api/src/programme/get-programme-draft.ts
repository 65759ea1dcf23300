import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/programme/contract';
import type { Ctx } from '../platform/context.ts';
import { keptDocument } from '../platform/kept-document.ts';
import type { Prepared } from '../platform/prepared.ts';
import { listedArtists } from './artist-store.ts';
import { slots } from './slot-store.ts';
import { stages } from './stage-store.ts';

type Draft = Output<typeof contract.getProgrammeDraft>;

const draft = keptDocument<Draft>(['programme', 'media', 'festival'], async (tx) => ({
  stages: await stages(tx),
  artists: await listedArtists(tx),
  slots: await slots(tx),
}));

/** The whole programme, as its editors see it. */
export const getProgrammeDraft = (
  ctx: Ctx,
  { params }: Input<typeof contract.getProgrammeDraft>,
): Promise<Prepared<Draft>> => draft(ctx, params.festivalId);
