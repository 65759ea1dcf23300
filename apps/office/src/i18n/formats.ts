import type { Formats } from 'use-intl';

/** How moments are written everywhere: the month as a word, since half the world reads 4/7 the other way round, and hours to 24. */
export const formats = {
  dateTime: {
    day: { dateStyle: 'medium' },
    moment: { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' },
    exactMoment: { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' },
    clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    weekdayClock: { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    weekday: { weekday: 'long', day: 'numeric', month: 'short' },
    shortDay: { day: 'numeric', month: 'short' },
  },
  number: { rate: { style: 'percent', maximumFractionDigits: 2 } },
} as const satisfies Formats;
