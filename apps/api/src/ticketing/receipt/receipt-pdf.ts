/** A receipt on A4: who sold what to whom, the tax in it by rate, and what was paid and given back. */
import { a4, mm } from '../../paper/a4.ts';
import { openPicture } from '../../paper/open-picture.ts';
import { printable } from '../../paper/printable.ts';
import { openTags } from '../../paper/tags.ts';
import { writePdf } from '../../paper/write-pdf.ts';
import { drawPicture } from '../tickets/ticket-pdf-head.ts';
import { formatDates, inkFor } from '../tickets/ticket-pdf-words.ts';
import { drawHead } from './receipt-head.ts';
import { drawLines, drawMoney, drawTaxes } from './receipt-rows.ts';
import { label, margin, plain, sheetOn, small, strong, width } from './receipt-sheet.ts';
import type { ReceiptToPrint } from './receipt-to-print.ts';
import { wordsFor, type Reader } from './receipt-words.ts';

const band = { x: 0, y: 0, width: a4.width, height: 30 * mm };

/** Prints the receipt of a paid order in a reader's language. */
export const receiptPdf = (receipt: ReceiptToPrint, reader: Reader): Promise<Uint8Array> => {
  const { festival, language } = reader;
  const words = wordsFor(receipt, reader);
  const title = `${words.t('receipt.title')} ${receipt.reference}`;
  return writePdf({ title, author: festival.name, language, tagged: true }, (doc) => {
    const document = openTags(doc);
    const cover = festival.cover && openPicture(doc, festival.cover);
    let page = 1;
    doc.addPage();
    document.section(title, (tags) => {
      const foot = () => {
        const number = words.t('receipt.page', { page });
        tags.ornament(() => {
          sheet.pen.line(printable(festival.name), margin, a4.height - 14 * mm, small);
          sheet.pen.line(number, margin + width - sheet.pen.widthOf(number, small), a4.height - 14 * mm, small);
        });
      };
      const sheet = sheetOn(doc, tags, () => {
        page += 1;
        doc.addPage();
        foot();
        tags.ornament(() => {
          doc.rect(0, 0, a4.width, 5 * mm).fill(inkFor(festival.theme));
          sheet.pen.line(words.t('receipt.continued', { reference: receipt.reference }), margin, 12 * mm, label);
        });
        return 22 * mm;
      });
      tags.ornament(() => drawPicture(doc, band, festival, cover));
      const name = printable(festival.name);
      const white = { ...strong, weight: 'black', size: 22, color: '#ffffff', spacing: -0.3 } as const;
      const days = formatDates(festival, language);
      tags.part('P', () => {
        const y = sheet.pen.paragraph(name, margin, 8 * mm, width, sheet.pen.fitting(name, width, 1, white, 10));
        sheet.pen.line(days, margin, y + 0.6 * mm, { ...plain, size: 10, color: '#ffffff' });
      });
      foot();
      sheet.y = band.height + 12 * mm;
      drawHead(sheet, receipt, words, inkFor(festival.theme), (draw) => tags.part('H1', draw));
      drawLines(sheet, receipt, words);
      drawTaxes(sheet, receipt, words);
      drawMoney(sheet, receipt, words);
    });
    document.end();
  });
};
