import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/pricing/contract';
import type { Ctx } from '../../platform/context.ts';
import { lineView } from './line-view.ts';
import { priceWishes } from './price-wishes.ts';

/** What wishes would cost now, and why. Holds nothing. */
export async function quoteBasket(
  ctx: Ctx,
  { params, body }: Input<typeof contract.quoteBasket>,
): Promise<Output<typeof contract.quoteBasket>> {
  const { order, currency } = await priceWishes(ctx, params.festivalId, body);
  const { discount, fees, vatAmount, total, reverseCharge } = order;
  return {
    currency,
    lines: order.lines.map(lineView),
    discount,
    fees,
    vatAmount,
    total,
    reverseCharge,
    codes: order.codes.map(({ code, amount }) => ({ code, amount })),
  };
}
