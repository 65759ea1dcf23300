import type { Input, Output } from '@festivals/contract';
import type { getProgramme as contract } from '@festivals/domain/programme/contract';
import { visibleFestival } from '../festival/visible-festival.ts';
import type { Ctx } from '../platform/context.ts';
import { look } from '../platform/transaction.ts';
import * as store from './store.ts';

/** Stages, artists and the sets that everyone may know of. */
export const getProgramme = (ctx: Ctx, { params }: Input<typeof contract>): Promise<Output<typeof contract>> =>
  look(ctx, params.festivalId, async (tx) => {
    await visibleFestival(tx, ctx, params.festivalId);
    return store.read(tx, ctx.clock.now());
  });
