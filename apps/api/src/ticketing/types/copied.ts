import { sameTimeLater } from '@festivals/domain/calendar';
import type { AskedOfBuyers } from '@festivals/domain/ticketing/asked/schemas';
import type { PriceRules } from '@festivals/domain/ticketing/pricing/schemas';
import type { CopiedTable, Move } from '../../platform/copied-table.ts';

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
    adapt: (row, move) => {
      const rules = documentOf<PriceRules>(row['rules']);
      // Discounts hold at the same time of the next year.
      const discounts = along(rules.discounts, move.kept).map((discount) => ({
        ...discount,
        from: later(discount.from, move),
        until: later(discount.until, move),
      }));
      return { ...row, rules: { ...rules, fees: along(rules.fees, move.kept), discounts } };
    },
  },
  { table: 'ticket_paper', thing: null, after: [], adapt: (row) => ({ ...row, version: 1 }) },
  {
    table: 'asked_of_buyers',
    thing: null,
    after: ['ticket_type'],
    adapt: (row, move) => ({ ...row, asked: askedAlong(documentOf<AskedOfBuyers>(row['asked']), move) }),
  },
  { table: 'ticket_group', thing: null, after: [], adapt: (row) => row },
  {
    table: 'ticket_type_quota',
    thing: null,
    after: ['ticket_type', 'quota'],
    adapt: (row, { kept }) => (kept(row['ticket_type_id']) === null || kept(row['quota_id']) === null ? null : row),
  },
  {
    table: 'ticket_option',
    thing: null,
    after: ['ticket_type', 'quota'],
    adapt: (row, { kept }) => {
      const ticketTypeIds = documentOf<string[]>(row['ticket_type_ids']);
      const [option] = along([{ ticketTypeIds }], kept);
      // What needs no ticket is sold without those that stay behind.
      if (!option && row['needs_ticket'] === false) return { ...row, ticket_type_ids: [] };
      return option ? { ...row, ticket_type_ids: option.ticketTypeIds } : null;
    },
  },
];

/** A document as its schema once let it in. */
const documentOf = <T>(kept: unknown): T => kept as T;

/** What names ticket types, with those that go along; what named others alone stays behind, for naming none would be all. */
function along<T extends { ticketTypeIds: readonly string[] }>(all: readonly T[], kept: Move['kept']): T[] {
  return all.flatMap((one) => {
    const ticketTypeIds = one.ticketTypeIds.filter((id) => kept(id) !== null);
    return ticketTypeIds.length === 0 && one.ticketTypeIds.length > 0 ? [] : [{ ...one, ticketTypeIds }];
  });
}

/** What is asked, in the new festival's time; a question for types that stay behind is asked of nobody. */
function askedAlong(asked: AskedOfBuyers, move: Move): AskedOfBuyers {
  return {
    ...asked,
    changesUntil: later(asked.changesUntil, move),
    questions: asked.questions.map(
      (question) => along([question], move.kept)[0] ?? { ...question, ticketTypeIds: [], active: false },
    ),
    minors: asked.minors.filter(({ ticketTypeId }) => move.kept(ticketTypeId) !== null),
  };
}

const later = (instant: unknown, { days, zone }: Move): string | null =>
  typeof instant === 'string' ? sameTimeLater(new Date(instant), days, zone).toISOString() : null;
