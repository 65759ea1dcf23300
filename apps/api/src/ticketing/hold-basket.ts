import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/contract';
import type { ErrorName } from '@festivals/domain/errors';
import { holdSeconds } from '@festivals/domain/ticketing/rules';
import { v7 } from 'uuid';
import type { Ctx } from '../platform/context.ts';
import { fail, Fault } from '../platform/fault.ts';
import * as hot from './hot-functions.ts';
import { extrasOf } from './pricing/extras-of.ts';
import { lineView } from './pricing/line-view.ts';
import { priceWishes } from './pricing/price-wishes.ts';
import { hashSecret } from './secret.ts';
import { requireWork } from './work/hold-work.ts';

/** Holds a basket for fifteen minutes at today's prices: every place of it, every use of its codes, or nothing. */
export async function holdBasket(
  ctx: Ctx,
  { params: { festivalId }, body }: Input<typeof contract.holdBasket>,
): Promise<Output<typeof contract.holdBasket>> {
  const attempt = async () => {
    const { order, currency, buyer, proofOfWork } = await priceWishes(ctx, festivalId, body);
    requireWork(ctx, { ...body, festivalId, proofOfWork });
    if (body.total !== undefined && order.total > body.total) fail('ticketing.price_changed', { total: order.total });
    return hot.holdBasket(ctx, {
      festivalId,
      basketId: v7(),
      secretHash: hashSecret(body.secret),
      lines: order.lines.map((line, at) => ({ ...lineView(line, at), quotaId: line.quotaId })),
      extras: extrasOf(order, buyer),
      currency,
      seconds: holdSeconds,
    });
  };
  let released: number | null = null;
  for (let left = attempts; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      // What is gone by now may be what this very call took before its answer was lost.
      const kept = await hot.keptAnswer<Output<typeof contract.holdBasket>>(ctx);
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

const attempts = 2;
const releasedAtOnce = 200;

const isNamed = (error: unknown, name: ErrorName): boolean => error instanceof Error && error.message === name;
