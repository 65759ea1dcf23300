import { formatMoney, splitVat } from '@festivals/domain/money';
import type { Language } from '@festivals/domain/primitives';
import { languages, localised } from '@festivals/messages';
import { common } from '@festivals/messages/common';
import { createTranslator } from 'use-intl/core';
import { inkOf } from '../festival/ink-of.ts';
import { drawArtwork } from './ticket-pdf-artwork.ts';
import { a4, mm } from '../paper/a4.ts';
import { localeOf } from '../paper/locale-of.ts';
import { formatDates, formatRate } from './ticket-pdf-words.ts';
import { penOn, type Hand, type Pen } from '../paper/pen.ts';
import { drawQr } from './ticket-pdf-qr.ts';
import type { FestivalOnPaper, TicketToPrint } from './ticket-to-print.ts';

export interface TicketPage {
  ticket: TicketToPrint;
  festival: FestivalOnPaper;
  language: Language;
  /** Which of how many tickets it is. */
  number: number;
  count: number;
}

const page = a4;
const margin = 16 * mm;
const band = { x: 0, y: 0, width: page.width, height: 142 * mm };
const qr = { side: 66 * mm, x: page.width - margin - 66 * mm, y: band.height + 14 * mm };
const column = { x: margin, width: qr.x - margin - 10 * mm };

const grey = '#5b6270';
const label: Hand = { weight: 'semibold', size: 8, color: grey, spacing: 0.6 };
const value: Hand = { weight: 'semibold', size: 13, color: '#14161c' };
const faint: Hand = { weight: 'regular', size: 9, color: grey };

/** Draws one ticket onto the current page. */
export function drawPage(doc: PDFKit.PDFDocument, ticketPage: TicketPage): void {
  const pen = penOn(doc);
  drawArtwork(doc, band, ticketPage.festival.theme);
  drawTitle(pen, ticketPage);
  drawPerforation(doc);
  drawDetails(pen, ticketPage);
  drawCode(doc, pen, ticketPage);
  drawSmallPrint(doc, pen, ticketPage);
}

function drawTitle(pen: Pen, { festival, language }: TicketPage): void {
  const width = page.width - 2 * margin;
  // One line as long as it stays big, else two.
  const oneLine = pen.fitting(
    festival.name,
    width,
    1,
    { weight: 'black', size: 64, color: '#ffffff', spacing: -1 },
    44,
  );
  const big = pen.fitting(festival.name, width, 2, oneLine, 18);
  const below = pen.paragraph(festival.name, margin, 15 * mm, width, big);
  const days = formatDates(festival, language);
  const dates = pen.fitting(days, width, 1, { weight: 'semibold', size: 19, color: '#ffffff' }, 12);
  const after = pen.paragraph(days, margin, below + 3 * mm, width, dates);
  const { name, city } = festival.place;
  const where = name === city ? city : `${name}, ${city}`;
  const small = pen.fitting(where, width, 1, { weight: 'regular', size: 14, color: '#ffffff' }, 8);
  pen.paragraph(where, margin, after + 1 * mm, width, small);
}

function drawPerforation(doc: PDFKit.PDFDocument): void {
  doc
    .circle(0, band.height, 4 * mm)
    .circle(page.width, band.height, 4 * mm)
    .fill('#ffffff');
}

function drawDetails(pen: Pen, { ticket, festival, language }: TicketPage): void {
  const t = translator(language);
  const ink = inkOf(festival.theme);
  const type = localised(ticket.typeName, language, festival.languages);
  const typeHand = pen.fitting(type, column.width, 2, { weight: 'black', size: 30, color: ink, spacing: -0.4 }, 11);
  let y = pen.paragraph(type, column.x, qr.y - 1.5 * mm, column.width, typeHand) + 5 * mm;

  const { address, city, country } = festival.place;
  const field = (name: string, text: string, note = '') => {
    pen.line(name.toLocaleUpperCase(language), column.x, y, label);
    y = pen.paragraph(text, column.x, y + 4.2 * mm, column.width, pen.fitting(text, column.width, 2, value, 7));
    if (note) y = pen.paragraph(note, column.x, y + 0.4 * mm, column.width, faint);
    y += 3.5 * mm;
  };
  field(t('ticket.holder'), ticket.holder);
  field(t('ticket.order'), ticket.reference);
  field(t('ticket.price'), priceOf(ticket, language), vatOf(ticket, language));
  const where = `${address}, ${city} (${country})`;
  pen.paragraph(where, column.x, y, column.width, pen.fitting(where, column.width, 2, faint, 5));
}

function drawCode(doc: PDFKit.PDFDocument, pen: Pen, { ticket, festival, number, count, language }: TicketPage): void {
  drawQr(doc, ticket.code, qr.x, qr.y, qr.side);
  const below = qr.y + qr.side + 6 * mm;
  const short = ticket.id
    .slice(-8)
    .toUpperCase()
    .replace(/(.{4})(.{4})/, '$1 $2');
  pen.line(short, qr.x, below, { weight: 'black', size: 15, color: inkOf(festival.theme), spacing: 0.5 });
  const counted = translator(language)('ticket.count', { number, count });
  pen.line(counted, qr.x + qr.side - pen.widthOf(counted, faint), below + 1.4 * mm, faint);
}

/** The one rule of a ticket, to everyone who may hold it; the reader's language first. */
function drawSmallPrint(doc: PDFKit.PDFDocument, pen: Pen, { language, festival }: TicketPage): void {
  const others = languages.filter((other) => other !== language);
  const top = page.height - 47 * mm;
  doc.rect(margin, top - 5 * mm, page.width - 2 * margin, 0.6).fill(inkOf(festival.theme));
  const rule = (of: Language) => translator(of)('ticket.oneEntry');
  const width = page.width - 2 * margin;
  let y = pen.paragraph(rule(language), margin, top, width, { ...value, size: 11 });
  y =
    pen.paragraph(translator(language)('ticket.keepPrivate'), margin, y + 0.6 * mm, width, {
      weight: 'regular',
      size: 9.5,
      color: grey,
    }) +
    3 * mm;
  for (const other of others) {
    pen.line(other.toUpperCase(), margin, y + 0.3, { ...label, size: 6.5 });
    y =
      pen.paragraph(rule(other), margin + 8 * mm, y, width - 8 * mm, { weight: 'regular', size: 7.5, color: grey }) +
      0.8 * mm;
  }
}

const translator = (language: Language) => createTranslator({ locale: language, messages: common[language] });

const priceOf = ({ price, currency }: TicketToPrint, language: Language): string =>
  price === 0 ? translator(language)('ticket.free') : formatMoney(price, currency, localeOf(language));

function vatOf({ price, vat, currency }: TicketToPrint, language: Language): string {
  if (price === 0) return '';
  const amount = formatMoney(splitVat(price, vat).vat, currency, localeOf(language));
  return translator(language)('ticket.vatIncluded', { rate: formatRate(vat, language), amount });
}
