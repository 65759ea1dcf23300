/** Tickets on paper: an A4 page each, which also reads at a quarter of its size and is worth keeping afterwards. */
import type { Language } from '@festivals/domain/primitives';
import { writePdf } from '../paper/write-pdf.ts';
import { drawPage } from './ticket-pdf-page.ts';
import type { FestivalOnPaper, TicketToPrint } from './ticket-to-print.ts';

/** Prints tickets, a page each, in the reader's language. */
export const ticketsPdf = (
  tickets: readonly TicketToPrint[],
  language: Language,
  festival: FestivalOnPaper,
): Promise<Uint8Array> =>
  writePdf({ title: festival.name, author: festival.name, language }, (doc) => {
    for (const [index, ticket] of tickets.entries()) {
      doc.addPage();
      drawPage(doc, { ticket, festival, language, number: index + 1, count: tickets.length });
    }
  });
