import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/programme/line-up-contract';
import { visibleFestival } from '../festival/visible-festival.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { look } from '../platform/transaction.ts';
import * as store from './store.ts';

/** Who plays where and when, as everyone may know it. */
export const getLineUp = (
  ctx: Ctx,
  { params }: Input<typeof contract.getLineUp>,
): Promise<Output<typeof contract.getLineUp>> =>
  look(ctx, params.festivalId, async (tx) => {
    await visibleFestival(tx, ctx, params.festivalId);
    return store.readLineUp(tx, ctx.clock.now());
  });

/** An artist who plays, as far as everyone may know. */
export const getPublicArtist = (
  ctx: Ctx,
  { params }: Input<typeof contract.getPublicArtist>,
): Promise<Output<typeof contract.getPublicArtist>> =>
  look(ctx, params.festivalId, async (tx) => {
    await visibleFestival(tx, ctx, params.festivalId);
    return (await store.readArtist(tx, params.artistSlug, ctx.clock.now())) ?? fail('general.not_found');
  });
