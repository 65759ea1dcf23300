import type { RunningOrder, RunningSet } from '@festivals/domain/programme/export/running-order';
import { mm } from '../../paper/a4.ts';
import type { Hand } from '../../paper/pen.ts';
import {
  black,
  type Frame,
  grey,
  label,
  margin,
  runningOrderSheets,
  type Sheets,
  small,
  width,
} from './running-order-sheets.ts';
import { type RunningOrderWords, runningOrderWords } from './running-order-words.ts';

/** Clocks stand in a column of their own, everything else beside it. */
const clocks = 40 * mm;
const text = { x: margin + clocks, width: width - clocks };

const red = '#a3201c';
const line = '#d5d8de';

/** Draws running orders onto as many pages as they need. */
export function runningOrderPages(doc: PDFKit.PDFDocument, frame: Frame) {
  const words = runningOrderWords(frame.language, frame.festival.zone);
  const { t } = words;
  const sheets = runningOrderSheets(doc, frame, words);
  return {
    /** A stage on one day, or an artist's day. */
    order({ name, day, sets }: RunningOrder, { stages = false }: { stages?: boolean } = {}): void {
      sheets.begin(name, `${words.day(day)} · ${t('runningOrder.sets', { count: sets.length })}`);
      for (const [index, set] of sets.entries()) {
        if (index > 0 && sets[index - 1]?.gap === null) {
          doc.rect(margin, sheets.y - 1 * mm, width, 0.5).fill(line);
          sheets.y += 2 * mm;
        }
        drawSet(sheets, words, { set, heading: name, stages, ink: frame.ink });
        if (set.gap !== null) drawGap(sheets, words, set.gap);
      }
    },
    /** What stands below on the same page: text under a heading of its own. */
    note(heading: string, body: string, name: string): void {
      sheets.need(16 * mm, name);
      doc.rect(margin, sheets.y, width, 0.5).fill(line);
      sheets.y += 4 * mm;
      sheets.pen.line(heading.toLocaleUpperCase(frame.language), margin, sheets.y, label);
      sheets.y += 5 * mm;
      for (const part of body.split('\n')) {
        sheets.need(6 * mm, name);
        writeLong(sheets, part, name);
      }
      sheets.y += 4 * mm;
    },
    /** A page for what has no set. */
    empty: (name: string): void => {
      sheets.begin(name, '');
      sheets.y = sheets.pen.paragraph(t('runningOrder.empty'), margin, sheets.y, width, { ...small, size: 12 });
    },
  };
}

type Drawn = { set: RunningSet; heading: string; stages: boolean; ink: string };

function drawSet(sheets: Sheets, words: RunningOrderWords, { set, heading, stages, ink }: Drawn): void {
  const { pen, doc } = sheets;
  const { t, clock } = words;
  const isGone = set.slot.status === 'CANCELLED';
  const name = words.nameOf(set);
  const status = words.statusOf(set);
  const notes = [
    ...(stages ? [{ text: t('runningOrder.stage', { name: set.stage }), color: black }] : []),
    ...words.notesOf(set).map((note) => ({ text: note, color: grey })),
  ];
  const big: Hand = { weight: isGone ? 'regular' : 'black', size: 17, color: isGone ? grey : black };
  const hand = pen.fitting(name, text.width, 2, big, 10);
  sheets.need(14 * mm + notes.length * 5 * mm, heading);
  const top = sheets.y;
  const span = `${clock(set.slot.startsAt)}–${clock(set.slot.endsAt)}`;
  pen.line(span, margin, top, { weight: 'semibold', size: 14, color: isGone ? grey : ink });
  pen.line(t('runningOrder.minutes', { minutes: set.minutes }), margin, top + 7 * mm, small);
  let y = pen.paragraph(name, text.x, top - 0.6 * mm, text.width, hand);
  if (isGone) doc.rect(text.x, top + 3.1 * mm, Math.min(pen.widthOf(name, hand), text.width), 0.8).fill(grey);
  for (const note of [...(status === null ? [] : [{ text: status, color: red }]), ...notes])
    y = pen.paragraph(note.text, text.x, y + 0.6 * mm, text.width, { ...small, color: note.color });
  sheets.y = Math.max(y, top + 12 * mm) + 2.5 * mm;
}

function drawGap(sheets: Sheets, words: RunningOrderWords, gap: NonNullable<RunningSet['gap']>): void {
  const isShort = gap.missing > 0;
  const hand: Hand = { ...label, color: isShort ? red : grey, spacing: 0 };
  sheets.doc.rect(text.x, sheets.y, text.width, 5.4 * mm).fill(isShort ? '#fbe9e7' : '#f0f1f4');
  sheets.pen.line(words.gapText(gap), text.x + 2 * mm, sheets.y + 1.25 * mm, hand);
  sheets.y += 8.5 * mm;
}

/** A paragraph that may be longer than its page. */
function writeLong(sheets: Sheets, part: string, name: string): void {
  const { pen } = sheets;
  const hand: Hand = { ...small, size: 10.5, color: black };
  const write = (words: string) => {
    sheets.y = pen.paragraph(words, margin, sheets.y, width, hand);
  };
  let words = '';
  for (const word of part.split(' ')) {
    const longer = words === '' ? word : `${words} ${word}`;
    if (words !== '' && pen.widthOf(longer, hand) > width) {
      write(words);
      sheets.need(6 * mm, name);
      words = word;
    } else words = longer;
  }
  write(words);
}
