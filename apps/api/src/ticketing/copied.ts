import { sameTimeLater } from '@festivals/domain/calendar';
import type { CopiedTable, Move } from '../platform/copied-table.ts';

/** Ticket types with their sale windows, their headings and options, and quotas of which nothing is sold yet. */
export const copiedTicketing: readonly CopiedTable[] = [
  { table: 'quota', thing: null, after: [], adapt: (row) => ({ ...row, sold: 0, held: 0 }) },
  {
    table: 'ticket_type',
    thing: 'ticket_types',
    after: ['quota', 'ticket_group'],
    adapt: (row, move) => ({
      ...row,
      on_sale_from: later(row['on_sale_from'], move),
      on_sale_until: later(row['on_sale_until'], move),
      tiers: Array.isArray(row['tiers'])
        ? row['tiers'].map((tier: { until: unknown }) => ({ ...tier, until: later(tier.until, move) }))
        : [],
    }),
  },
  // Codes were given to people of that year; rules of pricing hold for the next one as well.
  {
    table: 'price_rules',
    thing: null,
    after: ['ticket_type'],
    adapt: (row) => row,
  },
  { table: 'ticket_paper', thing: null, after: [], adapt: (row) => ({ ...row, version: 1 }) },
  {
    table: 'asked_of_buyers',
    thing: null,
    after: ['ticket_type'],
    adapt: (row, move) => ({ ...row, asked: askedLater(row['asked'], move) }),
  },
  { table: 'ticket_group', thing: null, after: [], adapt: (row) => row },
  { table: 'ticket_type_quota', thing: null, after: ['ticket_type', 'quota'], adapt: (row) => row },
  { table: 'ticket_option', thing: null, after: ['ticket_type', 'quota'], adapt: (row) => row },
];

const askedLater = (asked: unknown, move: Move): unknown =>
  typeof asked === 'object' && asked !== null && 'changesUntil' in asked
    ? { ...asked, changesUntil: later(asked.changesUntil, move) }
    : asked;

const later = (instant: unknown, { days, zone }: Move): string | null =>
  typeof instant === 'string' ? sameTimeLater(new Date(instant), days, zone).toISOString() : null;
