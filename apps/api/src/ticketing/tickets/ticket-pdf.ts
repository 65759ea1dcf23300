/** Tickets on paper: a sheet of A4 each, to be folded, or a page of A6. */
import type { Language } from '@festivals/domain/primitives';
import type { TicketPaper } from '@festivals/domain/ticketing/ticket-paper';
import { a4 } from '../../paper/a4.ts';
import { a6 } from '../../paper/a6.ts';
import { openPicture } from '../../paper/open-picture.ts';
import { penOn } from '../../paper/pen.ts';
import { openTags } from '../../paper/tags.ts';
import { writePdf } from '../../paper/write-pdf.ts';
import { drawPanel } from './ticket-pdf-panel.ts';
import { drawSheet } from './ticket-pdf-sheet.ts';
import { numberOf } from './ticket-pdf-words.ts';
import type { FestivalOnPaper, TicketToPrint } from './ticket-to-print.ts';

/** Prints tickets, a page each, in the reader's language. */
export const ticketsPdf = (
  tickets: readonly TicketToPrint[],
  { language, festival, paper }: { language: Language; festival: FestivalOnPaper; paper: TicketPaper },
): Promise<Uint8Array> => {
  const about = { title: titleOf(tickets, festival), author: festival.name, language, tagged: true };
  return writePdf({ ...about, size: paper === 'A6' ? a6 : a4 }, (doc) => {
    const document = openTags(doc);
    const cover = festival.cover && openPicture(doc, festival.cover);
    for (const [index, ticket] of tickets.entries()) {
      doc.addPage();
      const page = { ticket, festival, cover, language, number: index + 1, count: tickets.length };
      document.section(`${festival.name} ${numberOf(ticket)}`, (tags) => {
        if (paper === 'A6') drawPanel(doc, tags, penOn(doc), { x: 0, y: 0, heads: true }, page);
        else drawSheet(doc, tags, page);
      });
    }
    document.end();
  });
};

const titleOf = ([first]: readonly TicketToPrint[], { name }: FestivalOnPaper): string =>
  first ? `${name}, ${first.reference}` : name;
