import type { Input, Output } from '@festivals/contract';
import type { findMyFestival as contract } from '@festivals/domain/festival/contract';
import { type Ctx, personOf } from '../platform/context.ts';
import * as store from './store.ts';

/** The festival of mine, drafts included, that an address names or named before. That there is none is an answer as well. */
export async function findMyFestival(ctx: Ctx, { params }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { personId } = personOf(ctx);
  return { festival: (await store.findMine(ctx.resources.db, personId, params.slug)) ?? null };
}
