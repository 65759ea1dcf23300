import type { RunningOrder, RunningSet } from '@festivals/domain/programme/export/running-order';
import type { Language } from '@festivals/domain/primitives';
import { paper } from '@festivals/messages/paper';
import { createTranslator } from 'use-intl/core';
import { a4, mm } from '../../paper/a4.ts';
import { localeOf } from '../../paper/locale-of.ts';
import { penOn, type Hand, type Pen } from '../../paper/pen.ts';

/** What the head and the foot of every page say. */
export interface Frame {
  festival: { name: string; zone: string };
  language: Language;
  /** A colour dark enough to be read on white. */
  ink: string;
  printedAt: Date;
}

const margin = 14 * mm;
const width = a4.width - 2 * margin;
const time = { width: 40 * mm };
const text = { x: margin + time.width, width: width - time.width };
const bottom = a4.height - 20 * mm;

const black = '#14161c';
const grey = '#565d6b';
const red = '#a3201c';
const line = '#d5d8de';
const small: Hand = { weight: 'regular', size: 9.5, color: grey };
const label: Hand = { weight: 'semibold', size: 8.5, color: grey, spacing: 0.5 };

export const wordsOf = (language: Language) => createTranslator({ locale: language, messages: paper[language] });

/** Draws running orders onto as many pages as they need. */
export function runningOrderPages(doc: PDFKit.PDFDocument, frame: Frame) {
  const pen = penOn(doc);
  const t = wordsOf(frame.language);
  const locale = localeOf(frame.language);
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: frame.festival.zone,
  });
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: frame.festival.zone,
  });
  const dayName = (day: string) =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(day));
  let page = 0;
  let y = 0;

  function begin(heading: string, below: string): void {
    doc.addPage();
    page += 1;
    doc.rect(0, 0, a4.width, 5 * mm).fill(frame.ink);
    const over = `${frame.festival.name} · ${t('runningOrder.title')}`.toLocaleUpperCase(frame.language);
    pen.line(over, margin, 12 * mm, { ...label, color: frame.ink });
    const big: Hand = { weight: 'black', size: 34, color: black, spacing: -0.5 };
    y = pen.paragraph(heading, margin, 17 * mm, width, pen.fitting(heading, width, 2, big, 16));
    if (below !== '') y = pen.paragraph(below, margin, y + 1 * mm, width, { ...small, size: 13, color: black });
    y += 5 * mm;
    const foot = a4.height - 13 * mm;
    pen.line(t('runningOrder.zone', { zone: frame.festival.zone }), margin, foot, small);
    const number = `${t('runningOrder.printed', { when: moment.format(frame.printedAt) })} · ${t('runningOrder.page', { page })}`;
    pen.line(number, margin + width - pen.widthOf(number, small), foot, small);
  }

  /** Goes on to another page unless so much still fits on this one. */
  function need(height: number, heading: string): void {
    if (y + height > bottom) begin(t('runningOrder.continued', { name: heading }), '');
  }

  function notesOf({ slot, title, takesOver, setupFrom, clearAt }: RunningSet): { text: string; color: string }[] {
    const hidden = { OPEN: null, TBA: t('runningOrder.hiddenTba'), SECRET: t('runningOrder.hiddenSecret') };
    const said = hidden[slot.announcement];
    const until = slot.revealsAt === null ? null : moment.format(new Date(slot.revealsAt));
    const at = (instant: number) => clock.format(instant);
    return [
      title,
      takesOver === undefined ? null : t('runningOrder.takeover', { name: takesOver ?? t('runningOrder.tba') }),
      setupFrom === null ? null : t('runningOrder.setup', { time: at(setupFrom), minutes: slot.setupMinutes }),
      clearAt === null ? null : t('runningOrder.teardown', { time: at(clearAt), minutes: slot.teardownMinutes }),
      said === null || until === null ? said : t('runningOrder.until', { text: said, when: until }),
    ].flatMap((one) => (one === null ? [] : [{ text: one, color: grey }]));
  }

  function drawSet(set: RunningSet, heading: string, stage: boolean): void {
    const { slot } = set;
    const isGone = slot.status === 'CANCELLED';
    const name = set.name ?? t('runningOrder.tba');
    const notes = [
      ...(stage ? [{ text: t('runningOrder.stage', { name: set.stage }), color: black }] : []),
      ...notesOf(set),
    ];
    const hand = pen.fitting(
      name,
      text.width,
      2,
      { weight: isGone ? 'regular' : 'black', size: 17, color: isGone ? grey : black },
      10,
    );
    need(14 * mm + notes.length * 5 * mm, heading);
    const top = y;
    const from = clock.format(new Date(slot.startsAt));
    const span = `${from}–${clock.format(new Date(slot.endsAt))}`;
    pen.line(span, margin, top, { weight: 'semibold', size: 14, color: isGone ? grey : frame.ink });
    pen.line(t('runningOrder.minutes', { minutes: set.minutes }), margin, top + 7 * mm, small);
    y = pen.paragraph(name, text.x, top - 0.6 * mm, text.width, hand);
    if (isGone) doc.rect(text.x, top + 3.1 * mm, Math.min(pen.widthOf(name, hand), text.width), 0.8).fill(grey);
    const status = { PENDING: t('runningOrder.pending'), CANCELLED: t('runningOrder.cancelled'), CONFIRMED: null }[
      slot.status
    ];
    for (const note of [...(status === null ? [] : [{ text: status, color: red }]), ...notes])
      y = pen.paragraph(note.text, text.x, y + 0.6 * mm, text.width, { ...small, color: note.color });
    y = Math.max(y, top + 12 * mm) + 2.5 * mm;
  }

  function drawGap({ minutes, missing }: NonNullable<RunningSet['gap']>): void {
    const said =
      missing > 0
        ? t('runningOrder.short', { minutes, missing })
        : minutes <= 0
          ? t('runningOrder.noGap')
          : t('runningOrder.changeover', { minutes });
    const hand: Hand = { ...label, color: missing > 0 ? red : grey, spacing: 0 };
    doc.rect(text.x, y, text.width, 5.4 * mm).fill(missing > 0 ? '#fbe9e7' : '#f0f1f4');
    pen.line(said, text.x + 2 * mm, y + 1.25 * mm, hand);
    y += 8.5 * mm;
  }

  return {
    /** A stage on one day, or an artist's day. */
    order({ name, day, sets }: RunningOrder, { stages = false }: { stages?: boolean } = {}): void {
      begin(name, `${dayName(day)} · ${t('runningOrder.sets', { count: sets.length })}`);
      for (const [index, set] of sets.entries()) {
        if (index > 0 && sets[index - 1]?.gap === null) {
          doc.rect(margin, y - 1 * mm, width, 0.5).fill(line);
          y += 2 * mm;
        }
        drawSet(set, name, stages);
        if (set.gap !== null) drawGap(set.gap);
      }
    },
    /** What stands below on the same page: text under a heading of its own. */
    note(heading: string, body: string, name: string): void {
      need(16 * mm, name);
      doc.rect(margin, y, width, 0.5).fill(line);
      y += 4 * mm;
      pen.line(heading.toLocaleUpperCase(frame.language), margin, y, label);
      y += 5 * mm;
      for (const part of body.split('\n')) {
        need(6 * mm, name);
        y = writeLong(pen, part, name);
      }
      y += 4 * mm;
    },
    /** A page for what has no set. */
    empty: (name: string): void => {
      begin(name, '');
      y = pen.paragraph(t('runningOrder.empty'), margin, y, width, { ...small, size: 12 });
    },
  };

  /** A paragraph that may be longer than its page. */
  function writeLong(on: Pen, part: string, name: string): number {
    const hand: Hand = { ...small, size: 10.5, color: black };
    let words = '';
    for (const word of part.split(' ')) {
      const longer = words === '' ? word : `${words} ${word}`;
      if (words !== '' && on.widthOf(longer, hand) > width) {
        y = on.paragraph(words, margin, y, width, hand);
        need(6 * mm, name);
        words = word;
      } else words = longer;
    }
    return on.paragraph(words, margin, y, width, hand);
  }
}
