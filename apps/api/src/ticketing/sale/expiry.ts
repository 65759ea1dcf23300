import type { Ctx } from '../../platform/context.ts';
import * as hot from './hot-functions.ts';

/** Gives back what expired holds and unpaid orders still keep, festival by festival. */
export async function releaseAllExpired(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.resources.pool.query<{ id: string }>('select lookup.festivals_with_expired() as id');
  for (const { id } of rows) {
    while ((await hot.releaseExpired(ctx, id, batch)) >= batch);
  }
}

const batch = 500;
