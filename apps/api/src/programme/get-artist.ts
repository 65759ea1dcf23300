import type { Input, Output } from '@festivals/contract';
import type { getArtist as contract } from '@festivals/domain/programme/contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { look } from '../platform/transaction.ts';
import { artist } from './artist-store.ts';

/** Everything about an artist but the fee. */
export const getArtist = (ctx: Ctx, { params }: Input<typeof contract>): Promise<Output<typeof contract>> =>
  look(ctx, params.festivalId, async (tx) => (await artist(tx, params.artistId)) ?? fail('general.not_found'));
