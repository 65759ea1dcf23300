import type { Input, Output } from '@festivals/contract';
import type { listStands as contract } from '@festivals/domain/stands/contract';
import { visibleFestival } from '../festival/visible-festival.ts';
import type { Ctx } from '../platform/context.ts';
import { look } from '../platform/transaction.ts';
import * as store from './store.ts';

/** Where to eat and drink, with prices. */
export const listStands = (ctx: Ctx, { params }: Input<typeof contract>): Promise<Output<typeof contract>> =>
  look(ctx, params.festivalId, async (tx) => {
    await visibleFestival(tx, ctx, params.festivalId);
    return store.list(tx);
  });
