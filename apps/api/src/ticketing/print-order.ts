import { FestivalId, type Language } from '@festivals/domain/primitives';
import * as festivals from '../festival/store.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { look } from '../platform/transaction.ts';
import { withCodes, type StoredOrder } from './order-view.ts';
import { ticketsPdf } from './ticket-pdf.ts';
import type { TicketToPrint } from './ticket-to-print.ts';

/** The tickets of an order on paper, in the reader's language. */
export async function printOrder(ctx: Ctx, stored: StoredOrder, language: Language): Promise<Uint8Array> {
  const festival = (await look(ctx, FestivalId.parse(stored.festivalId), festivals.find)) ?? fail('general.not_found');
  const order = await withCodes(ctx, stored);
  const tickets = order.tickets.flatMap((ticket): TicketToPrint[] => {
    // What opens no gate any more is not handed out again.
    if (ticket.status !== 'SOLD' && ticket.status !== 'USED') return [];
    const line = order.lines.find(({ lineNo }) => lineNo === ticket.lineNo);
    if (!line) return [];
    return [{ ...ticket, reference: order.reference, price: line.unitPrice, vat: line.vat, currency: order.currency }];
  });
  return ticketsPdf(tickets, language, festival);
}
