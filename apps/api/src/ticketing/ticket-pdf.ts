/** Tickets on paper: an A4 page each, which also reads at a quarter of its size and is worth keeping afterwards. */
import type { Festival } from '@festivals/domain/festival/contract';
import type { Currency, Language } from '@festivals/domain/primitives';
import type { Ticket } from '@festivals/domain/ticketing/schemas';
import Pdf from 'pdfkit';
import { drawPage } from './ticket-pdf-page.ts';

/** A ticket with what its order says of it. */
export interface TicketToPrint extends Pick<Ticket, 'id' | 'typeName' | 'holder' | 'code'> {
  /** The order's, as people say it on the telephone. */
  reference: string;
  /** In minor units, tax included. */
  price: number;
  /** The tax's rate in basis points. */
  vat: number;
  currency: Currency;
}

/** What a ticket says of its festival. */
export type FestivalOnPaper = Pick<Festival, 'name' | 'startsOn' | 'endsOn' | 'zone' | 'place' | 'theme' | 'languages'>;

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
