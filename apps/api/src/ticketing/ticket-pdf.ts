/** Tickets on paper: an A4 page each, which also reads at a quarter of its size and is worth keeping afterwards. */
import type { Language } from '@festivals/domain/primitives';
import Pdf from 'pdfkit';
import { drawPage } from './ticket-pdf-page.ts';
import type { FestivalOnPaper, TicketToPrint } from './ticket-to-print.ts';

/** Prints tickets, a page each, in the reader's language. */
export async function ticketsPdf(
  tickets: readonly TicketToPrint[],
  language: Language,
  festival: FestivalOnPaper,
): Promise<Uint8Array> {
  const doc = new Pdf({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    font: '',
    lang: language,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: festival.name, Author: festival.name },
  });
  const parts: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc
      .on('data', (part: Uint8Array) => parts.push(part))
      .on('end', resolve)
      .on('error', reject);
  });
  for (const [index, ticket] of tickets.entries()) {
    doc.addPage();
    drawPage(doc, { ticket, festival, language, number: index + 1, count: tickets.length });
  }
  doc.end();
  await done;
  return Buffer.concat(parts);
}
