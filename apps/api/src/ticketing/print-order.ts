import { FestivalId, type Language } from '@festivals/domain/primitives';
import type { PrintChoice } from '@festivals/domain/ticketing/ticket-paper';
import * as festivals from '../festival/store.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { look } from '../platform/transaction.ts';
import { coverOnPaper } from './cover-on-paper.ts';
import { withCodes, type StoredOrder } from './order-view.ts';
import { ticketsPdf } from './ticket-pdf.ts';
import { readPaper } from './ticket-store.ts';
import type { TicketToPrint } from './ticket-to-print.ts';

/** The tickets of an order on paper, in the reader's language. */
export async function printOrder(
  ctx: Ctx,
  stored: StoredOrder,
  { language, paper: wanted, gift = false }: Partial<PrintChoice> & { language: Language },
): Promise<Uint8Array> {
  const { festival, chosen } = await look(ctx, FestivalId.parse(stored.festivalId), async (tx) => ({
    festival: (await festivals.find(tx)) ?? fail('general.not_found'),
    chosen: await readPaper(tx),
  }));
  const paper = wanted ?? chosen.paper;
  const order = await withCodes(ctx, stored);
  const extras = order.lines.filter(({ kind }) => kind === 'OPTION');
  const tickets = order.tickets.flatMap((ticket): TicketToPrint[] => {
    // What opens no gate any more is not handed out again.
    if (ticket.status !== 'SOLD' && ticket.status !== 'USED') return [];
    const line = order.lines.find(({ lineNo }) => lineNo === ticket.lineNo);
    if (!line) return [];
    const { reference, currency } = order;
    // A line's name says which kind of its type it is: adult, reduced.
    const typeName = line.kind === 'TICKET' ? line.name : ticket.typeName;
    return [{ ...ticket, typeName, reference, currency, extras, price: gift ? null : line.unitPrice, vat: line.vat }];
  });
  const cover = await coverOnPaper(ctx.resources, festival.pictures.cover, paper);
  return ticketsPdf(tickets, { language, paper, festival: { ...festival, cover } });
}
