import type { ErrorName } from '@festivals/domain/errors';
import type { Ctx } from '../../platform/context.ts';
import { Fault } from '../../platform/fault.ts';
import * as hot from './hot-functions.ts';

/** Limits and steps of prices that change in a row each cost whoever claims at that moment one look. */
const attempts = 4;
const releasedAtOnce = 200;

const isNamed = (error: unknown, name: ErrorName): boolean => error instanceof Error && error.message === name;

/** Takes places and uses of codes, or says that there are none: only once everything is given back that others no longer may use. */
export async function tryForPlaces<T>(ctx: Ctx, festivalId: string, attempt: () => Promise<T>): Promise<T> {
  let released: number | null = null;
  for (let left = attempts; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      // What is gone by now may be what this very call took before its answer was lost.
      const kept = await hot.keptAnswer<T>(ctx);
      if (kept !== null) return kept;
      if (left === 0) throw error;
      // A step of the price ended between the look and the claim: the next look sees the next step.
      if (isNamed(error, 'ticketing.price_changed') && !(error instanceof Fault)) continue;
      if (!isNamed(error, 'ticketing.sold_out') && !isNamed(error, 'ticketing.code_spent')) throw error;
      // What others no longer may use is given back first; only then is it sold out. Nothing left to give back means that somebody else
      // gave it back just now, or that there is nothing: one more look tells.
      if (released === 0) throw error;
      released = await hot.releaseExpired(ctx, festivalId, releasedAtOnce);
    }
  }
}
