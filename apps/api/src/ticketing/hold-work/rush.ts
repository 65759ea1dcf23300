/** How fast holds are wanted, festival by festival. Counted in this process: of several each sees its own share. */
import { isRush, type Pace, paceAfter } from '@festivals/domain/ticketing/hold-work/pace';
import type { Pool } from 'pg';
import type { Ctx } from '../../platform/context.ts';

const known = new WeakMap<Pool, Map<string, Pace>>();
const most = 1000;

/** Somebody wants to hold something. */
export function comesNow(ctx: Ctx, festivalId: string): void {
  const paces = pacesOf(ctx);
  const pace = paceAfter(paces.get(festivalId), ctx.clock.now().getTime());
  if (paces.size >= most && !paces.has(festivalId)) paces.clear();
  paces.set(festivalId, pace);
}

export const rushes = (ctx: Ctx, festivalId: string): boolean =>
  isRush(pacesOf(ctx).get(festivalId), ctx.clock.now().getTime());

function pacesOf({ resources: { pool } }: Ctx): Map<string, Pace> {
  const paces = known.get(pool) ?? new Map<string, Pace>();
  known.set(pool, paces);
  return paces;
}
