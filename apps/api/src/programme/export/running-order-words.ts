import type { RunningSet } from '@festivals/domain/programme/export/running-order';
import type { Language } from '@festivals/domain/primitives';
import { paper } from '@festivals/messages/paper';
import { createTranslator } from 'use-intl/core';
import { localeOf } from '../../paper/locale-of.ts';

export const wordsOf = (language: Language) => createTranslator({ locale: language, messages: paper[language] });

export type RunningOrderWords = ReturnType<typeof runningOrderWords>;

/** What running orders say in a language, by the clocks of a zone. */
export function runningOrderWords(language: Language, timeZone: string) {
  const t = wordsOf(language);
  const locale = localeOf(language);
  const clocks = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const days = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const clock = (instant: number | string) => clocks.format(new Date(instant));
  const moment = (instant: Date | string) => moments.format(new Date(instant));

  /** What is not told yet of a set, and until when. */
  const hiddenOf = ({ slot: { announcement, revealsAt } }: RunningSet): string | null => {
    const hidden = { OPEN: null, TBA: t('runningOrder.hiddenTba'), SECRET: t('runningOrder.hiddenSecret') };
    const text = hidden[announcement];
    return text === null || revealsAt === null ? text : t('runningOrder.until', { text, when: moment(revealsAt) });
  };
  return {
    t,
    clock,
    moment,
    day: (day: string) => days.format(new Date(day)),
    nameOf: ({ name }: RunningSet): string => name ?? t('runningOrder.tba'),
    statusOf: ({ slot: { status } }: RunningSet): string | null =>
      ({ PENDING: t('runningOrder.pending'), CANCELLED: t('runningOrder.cancelled'), CONFIRMED: null })[status],
    /** What whoever works on the stage needs to know of a set. */
    notesOf: (set: RunningSet): string[] => {
      const { slot, title, takesOver, setupFrom, clearAt } = set;
      return [
        title,
        takesOver === undefined ? null : t('runningOrder.takeover', { name: takesOver ?? t('runningOrder.tba') }),
        setupFrom === null ? null : t('runningOrder.setup', { time: clock(setupFrom), minutes: slot.setupMinutes }),
        clearAt === null ? null : t('runningOrder.teardown', { time: clock(clearAt), minutes: slot.teardownMinutes }),
        hiddenOf(set),
      ].filter((note) => note !== null);
    },
    /** How long nobody plays, and whether that is too short. */
    gapText: ({ minutes, missing }: NonNullable<RunningSet['gap']>): string => {
      if (missing > 0) return t('runningOrder.short', { minutes, missing });
      return minutes <= 0 ? t('runningOrder.noGap') : t('runningOrder.changeover', { minutes });
    },
  };
}
