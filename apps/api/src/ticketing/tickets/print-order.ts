import { FestivalId, type Language } from '@festivals/domain/primitives';
import type { PrintChoice } from '@festivals/domain/ticketing/ticket-paper';
import * as festivals from '../../festival/store.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look } from '../../platform/transaction.ts';
import { findOrderAsked } from '../asked/order-asked-store.ts';
import { coverOnPaper } from './cover-on-paper.ts';
import { withCodes, type StoredOrder } from '../orders/order-view.ts';
import { ticketsPdf } from './ticket-pdf.ts';
import { readPaper } from './ticket-store.ts';
import { ticketsToPrint } from './tickets-to-print.ts';

/** The tickets of an order on paper, in the reader's language. */
export async function printOrder(
  ctx: Ctx,
  stored: StoredOrder,
  { language, paper: wanted, gift = false }: Partial<PrintChoice> & { language: Language },
): Promise<Uint8Array> {
  const { festival, chosen, asked } = await look(ctx, FestivalId.parse(stored.festivalId), async (tx) => ({
    festival: (await festivals.find(tx)) ?? fail('general.not_found'),
    chosen: await readPaper(tx),
    asked: (await findOrderAsked(tx, stored.id)) ?? { holders: [], company: null },
  }));
  const paper = wanted ?? chosen.paper;
  const order = await withCodes(ctx, stored);
  const tickets = ticketsToPrint(order, asked, gift);
  const cover = await coverOnPaper(ctx.resources, festival.pictures.cover, paper);
  return ticketsPdf(tickets, { language, paper, festival: { ...festival, cover } });
}
