import type { Order } from '@festivals/domain/ticketing/schemas';
import { site } from '../shell/site-later.ts';

/**
 * An order whose time is over by our clock, as it stands. A payment may have been faster, or another tab have begun one: that is for
 * the order to say, and nobody may be led to pay twice. Without a network it stays what it was.
 */
export async function orderAtItsEnd(order: Order, secret: string): Promise<Order> {
  const now = await site.ticketing
    .viewOrder({ params: { festivalId: order.festivalId, orderId: order.id }, query: { secret } })
    .catch(() => null);
  return now === null ? order : withItsEnd(now, order);
}

/** The order as it is `now`: over, where nothing pays it and it has no more time than was known. Pure. */
export function withItsEnd(now: Order, known: Pick<Order, 'payUntil'>): Order {
  const goesOn = now.payment?.status === 'PROCESSING' || Date.parse(now.payUntil) > Date.parse(known.payUntil);
  return now.status === 'AWAITING_PAYMENT' && !goesOn ? { ...now, status: 'EXPIRED' } : now;
}
