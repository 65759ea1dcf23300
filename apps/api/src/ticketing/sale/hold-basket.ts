import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/contract';
import { holdSeconds } from '@festivals/domain/ticketing/rules';
import { v7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import * as hot from './hot-functions.ts';
import { extrasOf } from '../pricing/extras-of.ts';
import { lineView } from '../pricing/line-view.ts';
import { priceWishes } from '../pricing/price-wishes.ts';
import { hashSecret } from './secret.ts';
import { tryForPlaces } from './try-for-places.ts';
import { requireWork } from '../hold-work/hold-work.ts';

/** Holds a basket for fifteen minutes at today's prices: every place of it, every use of its codes, or nothing. */
export async function holdBasket(
  ctx: Ctx,
  { params: { festivalId }, body }: Input<typeof contract.holdBasket>,
): Promise<Output<typeof contract.holdBasket>> {
  return tryForPlaces(ctx, festivalId, async () => {
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
  });
}
