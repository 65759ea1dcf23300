import type { Input, Output } from '@festivals/contract';
import type { listPlaces as contract } from '@festivals/domain/places/contract';
import { visibleFestival } from '../festival/visible-festival.ts';
import type { Ctx } from '../platform/context.ts';
import { look } from '../platform/transaction.ts';
import * as store from './store.ts';

/** The festival site on a map. */
export const listPlaces = (ctx: Ctx, { params }: Input<typeof contract>): Promise<Output<typeof contract>> =>
  look(ctx, params.festivalId, async (tx) => {
    await visibleFestival(tx, ctx, params.festivalId);
    return store.list(tx);
  });
