/** A page that is filled from above, and goes on to the next one where it is full. */
import { a4, mm } from '../../paper/a4.ts';
import { penOn, type Hand, type Pen } from '../../paper/pen.ts';
import type { Tags } from '../../paper/tags.ts';

export const margin = 18 * mm;
export const width = a4.width - 2 * margin;
const bottom = a4.height - 24 * mm;

export const black = '#14161c';
export const grey = '#565d6b';
export const plain: Hand = { weight: 'regular', size: 9.5, color: black };
export const strong: Hand = { ...plain, weight: 'semibold' };
export const small: Hand = { weight: 'regular', size: 8.5, color: grey };
export const label: Hand = { weight: 'semibold', size: 7.5, color: grey, spacing: 0.5 };

/** No word is longer than what fits into half a page in the smallest letters; what is goes on in the next line. */
const longestWord = /\S{64}(?=\S)/g;

/** A text within a column; `x` counts from the page's left edge. An `end` column is a number's: it stands on the right, in one line. */
export interface Cell {
  text: string;
  x: number;
  width: number;
  hand: Hand;
  end?: boolean;
}

export interface Sheet {
  readonly pen: Pen;
  /** Where the next row stands. */
  y: number;
  /** Leaves room above the next row. */
  gap(height: number): void;
  rule(color?: string): void;
  /** Sees to it that so much still fits below. */
  need(height: number): void;
  /** One row, read as one paragraph; its cells are as high as the highest. */
  row(cells: readonly Cell[], after?: number): void;
  heading(text: string): void;
}

/** Opens a sheet on the document's present page; `turn` draws what every further page begins with and says where its rows begin. */
export function sheetOn(doc: PDFKit.PDFDocument, tags: Tags, turn: () => number): Sheet {
  const pen = penOn(doc);
  const sheet: Sheet = {
    pen,
    y: 0,
    gap: (height) => void (sheet.y += height),
    rule: (color = '#d5d8de') => tags.ornament(() => doc.rect(margin, sheet.y, width, 0.6).fill(color)),
    need: (height) => {
      if (sheet.y + height > bottom) sheet.y = turn();
    },
    row: (cells, after = 1.6 * mm) => {
      const written = cells
        .filter(({ text }) => text !== '')
        .map((cell) => ({ ...cell, text: cell.text.replaceAll(longestWord, '$& ') }))
        .map((cell) => ({ ...cell, hand: pen.fitting(cell.text, cell.width, cell.end ? 1 : 6, cell.hand, 6) }));
      const heights = written.map(({ text, hand, width: wide }) => pen.heightOf(text, wide, hand));
      sheet.need(Math.max(0, ...heights));
      tags.part('P', () => {
        for (const { text, x, width: wide, hand, end } of written) {
          if (end) pen.line(text, x + wide - pen.widthOf(text, hand), sheet.y, hand);
          else pen.paragraph(text, x, sheet.y, wide, hand);
        }
      });
      sheet.y += Math.max(0, ...heights) + after;
    },
    heading: (text) => {
      sheet.need(24 * mm);
      tags.part('H2', () => void pen.paragraph(text, margin, sheet.y, width, { ...strong, size: 12 }));
      sheet.y += 8 * mm;
    },
  };
  return sheet;
}
