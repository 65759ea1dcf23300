import type { Input, Output } from '@festivals/contract';
import type { getFestival as contract, getFestivalBySlug as bySlug } from '@festivals/domain/festival/contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { look } from '../platform/transaction.ts';
import * as store from './store.ts';
import { visibleFestival } from './visible-festival.ts';

/** A festival by its id: published ones for everyone, drafts for their team. */
export const getFestival = (ctx: Ctx, { params }: Input<typeof contract>): Promise<Output<typeof contract>> =>
  look(ctx, params.festivalId, (tx) => visibleFestival(tx, ctx, params.festivalId));

/** A published festival by its address. */
export async function getFestivalBySlug(ctx: Ctx, { params }: Input<typeof bySlug>): Promise<Output<typeof bySlug>> {
  return (await store.findBySlug(ctx.resources.db, params.slug)) ?? fail('general.not_found');
}
