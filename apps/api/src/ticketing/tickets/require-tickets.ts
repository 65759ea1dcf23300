import { fail } from '../../platform/fault.ts';
import type { StoredOrder } from '../orders/order-view.ts';

/** Refuses an order without tickets: it has none yet, or none was bought. */
export function requireTickets({ tickets, paidAt }: Pick<StoredOrder, 'tickets' | 'paidAt'>): void {
  if (tickets.length === 0) fail(paidAt === null ? 'ticketing.not_paid' : 'ticketing.no_tickets');
}
