import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/buy-contract';
import { BasketId, OrderId } from '@festivals/domain/primitives';
import type { Ctx } from '../platform/context.ts';
import { holdBasket } from './hold-basket.ts';
import { payOrder } from './pay-order.ts';
import { placeOrder } from './place-order.ts';

/** The whole purchase in one call. Each step has a key of its own, made of the caller's: a call that is repeated repeats none of them. */
export async function buyTickets(
  ctx: Ctx,
  { body }: Input<typeof contract.buyTickets>,
): Promise<Output<typeof contract.buyTickets>> {
  const { festivalId, secret, wishes, total, email, name, language, method } = body;
  const params = { festivalId };
  const step = (suffix: string): Ctx => ({ ...ctx, key: ctx.key && { ...ctx.key, key: `${ctx.key.key}:${suffix}` } });
  const basket = await holdBasket(step('hold'), { params, query: undefined, body: { ...wishes, secret, total } });
  const basketId = BasketId.parse(basket.id);
  const order = await placeOrder(step('order'), {
    params,
    query: undefined,
    body: { basketId, secret, email, name, language, holders: [] },
  });
  const orderId = OrderId.parse(order.id);
  return payOrder(step('pay'), {
    params: { festivalId, orderId },
    query: undefined,
    body: { secret, ...(method && { method }) },
  });
}
