/** A ticket on A4, to be folded twice: above the festival's picture, worth keeping; below what it is, and what the gate wants to see. */
import { languages, localised } from '@festivals/messages';
import { a4, mm } from '../../paper/a4.ts';
import { a6 } from '../../paper/a6.ts';
import { penOn, type Hand, type Pen } from '../../paper/pen.ts';
import { printable } from '../../paper/printable.ts';
import type { Tags } from '../../paper/tags.ts';
import { drawHeading, drawPicture } from './ticket-pdf-head.ts';
import { drawPanel, type TicketPage } from './ticket-pdf-panel.ts';
import { inkFor, priceOf, vatOf, wordsIn } from './ticket-pdf-words.ts';

const band = { x: 0, y: 0, width: a4.width, height: a6.height };
const margin = 14 * mm;
const column = { x: margin, width: a6.width - margin - 8 * mm };

const grey = '#5b6270';
const label: Hand = { weight: 'semibold', size: 7.5, color: grey, spacing: 0.6 };
const value: Hand = { weight: 'semibold', size: 12, color: '#14161c' };
const faint: Hand = { weight: 'regular', size: 8.5, color: grey };

export function drawSheet(doc: PDFKit.PDFDocument, tags: Tags, page: TicketPage): void {
  const pen = penOn(doc);
  const { festival, language } = page;
  tags.ornament(() => drawPicture(doc, band, festival, page.cover));
  drawHeading(tags, pen, band, festival, language, { size: 64, pad: 16 * mm, as: 'P' });
  tags.ornament(() => drawFolds(doc));
  drawPanel(doc, tags, pen, { x: a6.width, y: a6.height, heads: false }, page);
  drawDetails(tags, pen, page);
  drawRules(doc, tags, pen, page);
}

/** Where the sheet is folded: across its middle, then down its middle. */
function drawFolds(doc: PDFKit.PDFDocument): void {
  doc
    .save()
    .lineWidth(0.6)
    .dash(2.4, { space: 2.4 })
    .strokeColor('#b9bec8')
    .moveTo(a6.width, a6.height + 8 * mm)
    .lineTo(a6.width, a4.height - 8 * mm)
    .stroke()
    .undash();
  doc
    .circle(0, band.height, 3.4 * mm)
    .circle(a4.width, band.height, 3.4 * mm)
    .fill('#ffffff')
    .restore();
}

function drawDetails(tags: Tags, pen: Pen, { ticket, festival, language }: TicketPage): void {
  const t = wordsIn(language);
  let y = a6.height + 12 * mm;
  const field = (name: string, text: string, note = '') =>
    tags.part('P', () => {
      pen.line(name.toLocaleUpperCase(language), column.x, y, label);
      y = pen.paragraph(text, column.x, y + 4 * mm, column.width, pen.fitting(text, column.width, 3, value, 7));
      if (note) y = pen.paragraph(note, column.x, y + 0.4 * mm, column.width, faint);
      y += 3.2 * mm;
    });
  field(t('ticket.order'), ticket.reference);
  if (ticket.price === null) field(t('ticket.gift'), t('ticket.giftWish'));
  else field(t('ticket.price'), priceOf(ticket, language), vatOf(ticket, language));
  const extras = ticket.extras.map(
    ({ name, quantity }) => `${quantity}\u00a0×\u00a0${printable(localised(name, language, festival.languages))}`,
  );
  if (extras.length > 0) field(t('ticket.extras'), extras.join(', '));
  const { name, address, city, country } = festival.place;
  field(t('ticket.where'), printable(name), printable(`${address}, ${city} (${country})`));
}

/** The one rule of a ticket, to everyone who may hold it; the reader's language first. */
function drawRules(doc: PDFKit.PDFDocument, tags: Tags, pen: Pen, { language, festival }: TicketPage): void {
  const t = wordsIn(language);
  let y = a4.height - 62 * mm;
  const write = (text: string, hand: Hand, gap: number) =>
    tags.part('P', () => (y = pen.paragraph(text, column.x, y, column.width, hand) + gap));
  tags.ornament(() => doc.rect(column.x, y - 4 * mm, column.width, 0.8).fill(inkFor(festival.theme)));
  write(t('ticket.oneEntry'), { ...value, size: 9.5 }, 0.8 * mm);
  write(t('ticket.keepPrivate'), faint, 1.2 * mm);
  write(t('ticket.fold'), faint, 3 * mm);
  for (const other of languages.filter((one) => one !== language)) {
    tags.part('P', () => {
      pen.line(other.toUpperCase(), column.x, y + 0.2, { ...label, size: 6 });
      const text = wordsIn(other)('ticket.oneEntry');
      y = pen.paragraph(text, column.x + 7 * mm, y, column.width - 7 * mm, { ...faint, size: 6.8 }) + 0.7 * mm;
    });
  }
}
