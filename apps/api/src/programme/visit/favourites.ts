import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/programme/visit/contract';
import { mergeFavourites } from '@festivals/domain/programme/visit/favourites';
import { visibleFestival } from '../../festival/visible-festival.ts';
import { personOf, type Ctx } from '../../platform/context.ts';
import { look, step } from '../../platform/transaction.ts';
import * as store from './favourite-store.ts';

/** What I mean to see. */
export const getFavourites = (
  ctx: Ctx,
  { params }: Input<typeof contract.getFavourites>,
): Promise<Output<typeof contract.getFavourites>> =>
  look(ctx, params.festivalId, async (tx) => {
    await visibleFestival(tx, ctx, params.festivalId);
    return store.favouritesOf(tx, personOf(ctx).personId);
  });

/** Joins a device's favourites with mine. No event tells of it: what somebody likes is not for a log that nobody can erase. */
export const joinFavourites = (
  ctx: Ctx,
  { params, body }: Input<typeof contract.joinFavourites>,
): Promise<Output<typeof contract.joinFavourites>> =>
  step(ctx, params.festivalId, async (tx) => {
    await visibleFestival(tx, ctx, params.festivalId);
    const { personId } = personOf(ctx);
    await store.joinFavourites(tx, personId, mergeFavourites(body.favourites), ctx.clock.now());
    return store.favouritesOf(tx, personId);
  });
