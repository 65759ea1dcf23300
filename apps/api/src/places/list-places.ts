import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/places/contract';
import { visibleFestival } from '../festival/visible-festival.ts';
import type { Ctx } from '../platform/context.ts';
import { look } from '../platform/transaction.ts';
import * as store from './store.ts';

/** The festival site as everyone sees it. */
export const listPlaces = (
  ctx: Ctx,
  { params }: Input<typeof contract.listPlaces>,
): Promise<Output<typeof contract.listPlaces>> =>
  look(ctx, params.festivalId, async (tx) => {
    await visibleFestival(tx, ctx, params.festivalId);
    return store.listPublic(tx);
  });

/** The whole map, as those who draw it see it. */
export const getMap = (ctx: Ctx, { params }: Input<typeof contract.getMap>): Promise<Output<typeof contract.getMap>> =>
  look(ctx, params.festivalId, async (tx) => ({
    places: await store.list(tx),
    layers: await store.layers(tx),
    styleUrl: ctx.resources.env.MAP_STYLE_URL ?? null,
  }));
