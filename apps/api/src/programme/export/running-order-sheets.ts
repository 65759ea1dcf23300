import type { Language } from '@festivals/domain/primitives';
import { a4, mm } from '../../paper/a4.ts';
import { type Hand, type Pen, penOn } from '../../paper/pen.ts';
import type { RunningOrderWords } from './running-order-words.ts';

/** What the head and the foot of every page say. */
export interface Frame {
  festival: { name: string; zone: string };
  language: Language;
  /** A colour dark enough to be read on white. */
  ink: string;
  printedAt: Date;
}

export const margin = 14 * mm;
export const width = a4.width - 2 * margin;
const bottom = a4.height - 20 * mm;

export const black = '#14161c';
export const grey = '#565d6b';
export const small: Hand = { weight: 'regular', size: 9.5, color: grey };
export const label: Hand = { weight: 'semibold', size: 8.5, color: grey, spacing: 0.5 };

/** Sheets of paper with a head and a foot, written on from top to bottom. */
export interface Sheets {
  doc: PDFKit.PDFDocument;
  pen: Pen;
  /** Where the next thing is written, in points from the top. */
  y: number;
  /** Another sheet, with a heading and a line below it. */
  begin: (heading: string, below: string) => void;
  /** Goes on to another sheet unless so many points still fit on this one. */
  need: (height: number, heading: string) => void;
}

export function runningOrderSheets(doc: PDFKit.PDFDocument, frame: Frame, { t, moment }: RunningOrderWords): Sheets {
  const pen = penOn(doc);
  let page = 0;
  const foot = () => {
    const at = a4.height - 13 * mm;
    pen.line(t('runningOrder.zone', { zone: frame.festival.zone }), margin, at, small);
    const number = `${t('runningOrder.printed', { when: moment(frame.printedAt) })} · ${t('runningOrder.page', { page })}`;
    pen.line(number, margin + width - pen.widthOf(number, small), at, small);
  };
  const sheets: Sheets = {
    doc,
    pen,
    y: 0,
    begin: (heading, below) => {
      doc.addPage();
      page += 1;
      doc.rect(0, 0, a4.width, 5 * mm).fill(frame.ink);
      const over = `${frame.festival.name} · ${t('runningOrder.title')}`.toLocaleUpperCase(frame.language);
      pen.line(over, margin, 12 * mm, { ...label, color: frame.ink });
      const big: Hand = { weight: 'black', size: 34, color: black, spacing: -0.5 };
      let y = pen.paragraph(heading, margin, 17 * mm, width, pen.fitting(heading, width, 2, big, 16));
      if (below !== '') y = pen.paragraph(below, margin, y + 1 * mm, width, { ...small, size: 13, color: black });
      sheets.y = y + 5 * mm;
      foot();
    },
    need: (height, heading) => {
      if (sheets.y + height > bottom) sheets.begin(t('runningOrder.continued', { name: heading }), '');
    },
  };
  return sheets;
}
