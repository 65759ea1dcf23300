import type { Fee } from './price-list.ts';
import { partOf } from '../../shares.ts';
import type { Unit } from './units.ts';

/** What one ticket costs beside its price, minor units: what a shop adds to the price that it shows. */
export const feeOfTicket = (fee: Fee, ticket: { id: string | null; price: number }): number => {
  if (fee.kind === 'PER_ORDER' || !asks(fee, ticket)) return 0;
  return fee.kind === 'PERCENT' ? partOf(ticket.price, fee.amount, 10_000) : fee.amount;
};

const asks = ({ ticketTypeIds, onFree }: Fee, { id, price }: { id: string | null; price: number }): boolean =>
  (price > 0 || onFree) && (ticketTypeIds.length === 0 || (id !== null && ticketTypeIds.includes(id)));

/** The fees of an order, for what is left to pay once everything was taken off. */
export function feesOf(units: readonly Unit[], fees: readonly Fee[]): Unit[] {
  const tickets = units.filter(({ kind }) => kind === 'TICKET');
  return fees.flatMap((fee) => {
    const amounts =
      fee.kind === 'PER_ORDER'
        ? tickets.some((ticket) => asks(fee, ticket))
          ? [fee.amount]
          : []
        : tickets.map((ticket) => feeOfTicket(fee, ticket)).filter((amount) => amount > 0);
    return amounts.map((amount) => unitOfFee(fee, amount));
  });
}

const unitOfFee = ({ id, name, vat }: Fee, amount: number): Unit => ({
  kind: 'FEE',
  id,
  variationId: null,
  tierId: null,
  bundleId: null,
  quotaId: null,
  stocks: [],
  name,
  list: amount,
  price: amount,
  vat,
  why: [],
});
