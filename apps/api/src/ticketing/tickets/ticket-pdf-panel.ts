/** The quarter of a sheet that is shown at the gate: by itself a page of A6, and on A4 the side that is outside once it is folded. */
import type { Language } from '@festivals/domain/primitives';
import { localised } from '@festivals/messages';
import { a6 } from '../../paper/a6.ts';
import { mm } from '../../paper/a4.ts';
import { printable } from '../../paper/printable.ts';
import type { OpenedPicture } from '../../paper/open-picture.ts';
import type { Hand, Pen } from '../../paper/pen.ts';
import type { Tags } from '../../paper/tags.ts';
import { drawHeading, drawPicture } from './ticket-pdf-head.ts';
import { drawQr } from './ticket-pdf-qr.ts';
import { formatDates, inkFor, numberOf, priceOf, wordsIn } from './ticket-pdf-words.ts';
import type { FestivalOnPaper, TicketToPrint } from './ticket-to-print.ts';

export interface TicketPage {
  ticket: TicketToPrint;
  festival: FestivalOnPaper;
  cover: OpenedPicture | null;
  language: Language;
  /** Which of how many tickets it is. */
  number: number;
  count: number;
}

const pad = 9 * mm;
const headHeight = 40 * mm;
const width = a6.width - 2 * pad;

const grey = '#5b6270';
const faint: Hand = { weight: 'regular', size: 8, color: grey };

export function drawPanel(
  doc: PDFKit.PDFDocument,
  tags: Tags,
  pen: Pen,
  at: { x: number; y: number; heads: boolean },
  page: TicketPage,
): void {
  const { ticket, festival, cover, language, number, count } = page;
  const t = wordsIn(language);
  const ink = inkFor(festival.theme);
  const head = { x: at.x, y: at.y, width: a6.width, height: headHeight };
  if (at.heads) {
    tags.ornament(() => drawPicture(doc, head, festival, cover));
    drawHeading(tags, pen, head, festival, language, { size: 30, pad, as: 'H1' });
  }

  // What is said of a minor takes its place from the code, which is read all the same.
  const qrSide = ((at.heads ? 56 : 70) - (ticket.minor ? 8 : 0)) * mm;
  const qr = { x: at.x + (a6.width - qrSide) / 2, y: at.y + (at.heads ? headHeight + 6.5 * mm : 10 * mm) };
  const short = numberOf(ticket);
  tags.figure(t('ticket.qr', { number: short }), () => drawQr(doc, ticket.code, qr.x, qr.y, qrSide));
  const below = qr.y + qrSide + (at.heads ? 5 : 7) * mm;
  tags.part('P', () => {
    pen.line(short, at.x + pad, below, { weight: 'black', size: 11, color: ink, spacing: 0.4 });
  });
  tags.part('P', () => {
    const counted = t('ticket.count', { number, count });
    pen.line(counted, at.x + a6.width - pad - pen.widthOf(counted, faint), below + 0.9 * mm, faint);
  });

  let y = below + 6 * mm;
  const type = printable(localised(ticket.typeName, language, festival.languages));
  // What takes more than two lines is written smaller, so that what stands below it has its place.
  const size = type.length > 60 ? (at.heads ? 12 : 15) : at.heads ? 17 : 22;
  const bold: Hand = { weight: 'black', size, color: ink, spacing: -0.2 };
  const typeHand = pen.fitting(type, width, at.heads ? 3 : 4, bold, 9);
  tags.part(at.heads ? 'H2' : 'H1', () => (y = pen.paragraph(type, at.x + pad, y, width, typeHand) + 1 * mm));
  const holder = printable(ticket.holder);
  const holderHand = pen.fitting(holder, width, 2, { weight: 'semibold', size: 13, color: '#14161c' }, 7);
  tags.part('P', () => (y = pen.paragraph(holder, at.x + pad, y, width, holderHand) + 1.4 * mm));
  if (ticket.minor) y = drawMinor(doc, tags, pen, { x: at.x + pad, y }, page);
  if (!at.heads) return drawFoot(tags, pen, at, page);
  const cost = ticket.price === null ? t('ticket.gift') : priceOf(ticket, language);
  const facts = `${ticket.reference}  ·  ${cost}`;
  tags.part('P', () => (y = pen.paragraph(facts, at.x + pad, y, width, { ...faint, size: 9 }) + 0.6 * mm));
  const { rule, hand } = ruleThatFits(t('ticket.oneEntry'), pen, at.y + a6.height - 6 * mm - y);
  tags.part('P', () => void pen.paragraph(rule, at.x + pad, y, width, hand));
}

/** That a minor holds it and who answers for them, for whoever stands at the gate. */
function drawMinor(
  doc: PDFKit.PDFDocument,
  tags: Tags,
  pen: Pen,
  { x, y }: { x: number; y: number },
  { ticket, festival, language }: TicketPage,
): number {
  const t = wordsIn(language);
  const guardian = ticket.minor?.guardian;
  const text = guardian
    ? t('ticket.minorWith', { name: printable(guardian.name), phone: printable(guardian.phone) })
    : t('ticket.minor');
  const inset = 3 * mm;
  const hand = pen.fitting(text, width - inset, 3, { weight: 'semibold', size: 9, color: '#14161c' }, 6);
  let end = y;
  tags.part('P', () => (end = pen.paragraph(text, x + inset, y, width - inset, hand)));
  tags.ornament(() => doc.rect(x, y, 1 * mm, end - y).fill(inkFor(festival.theme)));
  return end + 1.4 * mm;
}

/** Which festival it is of, for whoever sees the folded sheet alone. */
function drawFoot(tags: Tags, pen: Pen, at: { x: number; y: number }, { festival, language }: TicketPage): void {
  const of = `${printable(festival.name)}  ·  ${formatDates(festival, language)}`;
  const hand = pen.fitting(of, width, 2, { ...faint, size: 9 }, 6);
  tags.part('P', () => void pen.paragraph(of, at.x + pad, at.y + a6.height - 20 * mm, width, hand));
}

/** The one rule of a ticket in what room is left, smaller in need, never left out. */
const ruleThatFits = (rule: string, pen: Pen, room: number) => ({
  rule,
  hand: pen.fitting(rule, width, room > 8 * mm ? 2 : 1, faint, 5),
});
