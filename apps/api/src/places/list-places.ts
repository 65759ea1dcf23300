import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/places/contract';
import { visibleFestival } from '../festival/visible-festival.ts';
import type { Ctx } from '../platform/context.ts';
import { keptDocument } from '../platform/kept-document.ts';
import type { Prepared } from '../platform/prepared.ts';
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

type SiteMap = Output<typeof contract.getMap>;

const map = keptDocument<SiteMap>(['places', 'festival'], async (tx, ctx) => ({
  places: await store.list(tx),
  layers: await store.layers(tx),
  styleUrl: ctx.resources.env.MAP_STYLE_URL ?? null,
}));

/** The whole map, as those who draw it see it. */
export const getMap = (ctx: Ctx, { params }: Input<typeof contract.getMap>): Promise<Prepared<SiteMap>> =>
  map(ctx, params.festivalId);
