import { isRefundable, keptOf, keptOfExtra, type RefundTerms } from '@festivals/domain/ticketing/refund-rules';
import type { MassRefundPlan } from '@festivals/domain/ticketing/mass-refund-contract';
import type { z } from 'zod';
import type { Tx } from '../../platform/transaction.ts';
import * as store from './mass-refund-store.ts';

/** What the terms come to, from how many tickets were sold at each price: the same rule as each order is refunded by. */
export async function planOf(
  tx: Tx,
  { ticketTypeId, keep, withUsed }: RefundTerms & { ticketTypeId: string | null },
): Promise<z.input<typeof MassRefundPlan>> {
  const { currency, groups, orders, extras, disputed } = await store.refundableTickets(tx, { ticketTypeId, withUsed });
  const given = groups.filter(({ status }) => isRefundable(status, withUsed));
  const sum = (of: (group: store.TicketGroup) => number) =>
    given.reduce((total, group) => total + group.tickets * of(group), 0);
  const beside = (of: (price: number) => number) =>
    extras.reduce((total, { price, lines }) => total + lines * of(price), 0);
  return {
    orders,
    tickets: sum(() => 1),
    amount: sum(({ price }) => price - keptOf(keep, price)) + beside((price) => price - keptOfExtra(keep, price)),
    kept: sum(({ price }) => keptOf(keep, price)) + beside((price) => keptOfExtra(keep, price)),
    currency,
    used: groups.filter(({ status }) => status === 'USED').reduce((total, { tickets }) => total + tickets, 0),
    disputed,
  };
}
