import type { Ticket } from './schemas.ts';

export interface RefundableTicket {
  id: string;
  ticketTypeId: string;
  status: Ticket['status'];
}

/** What was paid for a type: `quantity` times an inclusive `unitPrice`, with the line's whole VAT in minor units. */
export interface PaidLine {
  ticketTypeId: string;
  quantity: number;
  unitPrice: number;
  vatAmount: number;
}

export interface RefundPart {
  ticketId: string;
  amount: number;
  vatAmount: number;
}

export type RefundVerdict =
  | { ok: true; parts: RefundPart[]; amount: number }
  | { ok: false; code: 'general.not_found' | 'ticketing.not_refundable'; data: { ticketIds: string[] } };

/** The VAT within the `nth` of `quantity` equal tickets, counted from 0: together they hold the line's VAT, to the cent. */
const vatOfNth = (nth: number, { vatAmount, quantity }: PaidLine): number =>
  Math.round((vatAmount * (nth + 1)) / quantity) - Math.round((vatAmount * nth) / quantity);

/**
 * What goes back for the wanted tickets of an order, or why nothing does. A ticket that somebody came in with, or that was
 * given back before, is not refunded; it is all of them or none.
 */
export function priceRefund(
  wanted: readonly string[],
  tickets: readonly RefundableTicket[],
  lines: readonly PaidLine[],
): RefundVerdict {
  const known = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const strange = wanted.filter((id) => !known.has(id));
  if (strange.length > 0) return { ok: false, code: 'general.not_found', data: { ticketIds: strange } };
  const spent = wanted.filter((id) => known.get(id)?.status !== 'SOLD');
  if (spent.length > 0) return { ok: false, code: 'ticketing.not_refundable', data: { ticketIds: spent } };

  const given = Map.groupBy(
    tickets.filter(({ status }) => status === 'REFUNDED'),
    ({ ticketTypeId }) => ticketTypeId,
  );
  const counted = new Map([...given].map(([type, ofType]) => [type, ofType.length]));
  const parts = wanted.flatMap((ticketId) => {
    const line = lines.find(({ ticketTypeId }) => ticketTypeId === known.get(ticketId)?.ticketTypeId);
    if (!line) return [];
    const nth = counted.get(line.ticketTypeId) ?? 0;
    counted.set(line.ticketTypeId, nth + 1);
    return [{ ticketId, amount: line.unitPrice, vatAmount: vatOfNth(nth, line) }];
  });
  return { ok: true, parts, amount: parts.reduce((sum, { amount }) => sum + amount, 0) };
}
