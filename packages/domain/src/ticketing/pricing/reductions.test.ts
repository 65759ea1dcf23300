import { describe, expect, it } from 'vitest';
import { after, before, type Case, codeOf, price, said, typeOf } from './testing.ts';
import type { AutomaticDiscount } from './schemas.ts';

const day = typeOf('day', 45_00);
const weekend = typeOf('weekend', 120_00);
const vip = typeOf('vip', 333_33, { vat: 2100 });
const types = [day, weekend, vip];

const auto = (
  id: string,
  rule: AutomaticDiscount['rule'],
  more: Partial<AutomaticDiscount> = {},
): AutomaticDiscount => ({
  id,
  name: { en: id },
  ticketTypeIds: [],
  from: null,
  until: null,
  rule,
  ...more,
});
const exact = (cases: [string, Record<string, number>, Case, string[], number][]) =>
  it.each(cases)('%s', (_, wanted, given, lines, total) => {
    const verdict = price(wanted, { types, ...given });
    expect(said(verdict)).toEqual(lines);
    expect(verdict.ok && verdict.total).toBe(total);
  });

describe('codes', () => {
  exact([
    ['10 %', { day: 2 }, { codes: [codeOf('TEN')] }, ['day 2 × 4050 (458)'], 8_100],
    [
      '10 % of what does not divide: half a cent goes to the buyer',
      { odd: 3 },
      { types: [typeOf('odd', 33_35)], codes: [codeOf('TEN')] },
      ['odd 3 × 3001 (510)'],
      9_003,
    ],
    ['all of it', { day: 2 }, { codes: [codeOf('ALL', { value: 10_000 })] }, ['day 2 × 0 (0)'], 0],
    [
      '5.00 off each ticket',
      { day: 2 },
      { codes: [codeOf('FIVE', { effect: 'AMOUNT', value: 500 })] },
      ['day 2 × 4000 (453)'],
      8_000,
    ],
    [
      'more than a ticket costs is what it costs',
      { day: 1 },
      { codes: [codeOf('MUCH', { effect: 'AMOUNT', value: 99_999 })] },
      ['day 1 × 0 (0)'],
      0,
    ],
    [
      '10.00 off the order, in shares of a cent',
      { day: 3 },
      { codes: [codeOf('ORDER', { effect: 'AMOUNT', value: 10_00, per: 'ORDER' })] },
      ['day 1 × 4166 (236)', 'day 2 × 4167 (472)'],
      12_500,
    ],
    [
      '10.00 off an order of unlike tickets, by what they cost',
      { day: 1, weekend: 1 },
      { codes: [codeOf('ORDER', { effect: 'AMOUNT', value: 10_00, per: 'ORDER' })] },
      ['day 1 × 4227 (239)', 'weekend 1 × 11273 (638)'],
      15_500,
    ],
    [
      'a fixed price',
      { day: 2 },
      { codes: [codeOf('CREW', { effect: 'FIXED_PRICE', value: 20_00 })] },
      ['day 2 × 2000 (226)'],
      4_000,
    ],
    [
      'a fixed price above the price changes nothing where it opens',
      { crew: 1 },
      {
        types: [typeOf('crew', 10_00, { hidden: true })],
        codes: [codeOf('CREW', { effect: 'FIXED_PRICE', value: 20_00, opens: ['crew'] })],
      },
      ['crew 1 × 1000 (57)'],
      1_000,
    ],
    [
      'one type alone',
      { day: 1, weekend: 1 },
      { codes: [codeOf('TEN', { ticketTypeIds: ['day'] })] },
      ['day 1 × 4050 (229)', 'weekend 1 × 12000 (679)'],
      16_050,
    ],
    [
      'the dearest of an order alone',
      { day: 2, weekend: 1 },
      { codes: [codeOf('ONE', { value: 5_000, mostTickets: 1 })] },
      ['day 2 × 4500 (509)', 'weekend 1 × 6000 (340)'],
      15_000,
    ],
    [
      'two that stack: percent, then amount',
      { day: 1 },
      { codes: [codeOf('FIVE', { effect: 'AMOUNT', value: 500 }), codeOf('TEN')] },
      ['day 1 × 3550 (201)'],
      3_550,
    ],
    [
      'the same two, typed the other way round',
      { day: 1 },
      { codes: [codeOf('TEN'), codeOf('FIVE', { effect: 'AMOUNT', value: 500 })] },
      ['day 1 × 3550 (201)'],
      3_550,
    ],
    [
      '10 % and 20 % are 28 %',
      { day: 1 },
      { codes: [codeOf('TEN'), codeOf('TWENTY', { value: 2_000 })] },
      ['day 1 × 3240 (183)'],
      3_240,
    ],
    [
      'a hidden type, opened',
      { crew: 1 },
      { types: [typeOf('crew', 10_00, { hidden: true })], codes: [codeOf('KEY', { effect: 'NONE', opens: ['crew'] })] },
      ['crew 1 × 1000 (57)'],
      1_000,
    ],
    [
      'a budget to its last cent',
      { day: 1 },
      { codes: [codeOf('TEN', { budget: { quotaId: 'b', free: 450 } })] },
      ['day 1 × 4050 (229)'],
      4_050,
    ],
  ]);
});

describe('discounts that come by themselves', () => {
  exact([
    [
      '3 for 2',
      { day: 3 },
      { rules: { discounts: [auto('d', { kind: 'N_FOR_M', buy: 3, pay: 2 })] } },
      ['day 2 × 4500 (509)', 'day 1 × 0 (0)'],
      9_000,
    ],
    [
      '3 for 2 of five',
      { day: 5 },
      { rules: { discounts: [auto('d', { kind: 'N_FOR_M', buy: 3, pay: 2 })] } },
      ['day 4 × 4500 (1019)', 'day 1 × 0 (0)'],
      18_000,
    ],
    [
      '3 for 2 of six',
      { day: 6 },
      { rules: { discounts: [auto('d', { kind: 'N_FOR_M', buy: 3, pay: 2 })] } },
      ['day 4 × 4500 (1019)', 'day 2 × 0 (0)'],
      18_000,
    ],
    [
      '3 for 2: the cheapest is free',
      { day: 1, weekend: 2 },
      { rules: { discounts: [auto('d', { kind: 'N_FOR_M', buy: 3, pay: 2 })] } },
      ['day 1 × 0 (0)', 'weekend 2 × 12000 (1358)'],
      24_000,
    ],
    [
      'two are not three',
      { day: 2 },
      { rules: { discounts: [auto('d', { kind: 'N_FOR_M', buy: 3, pay: 2 })] } },
      ['day 2 × 4500 (509)'],
      9_000,
    ],
    [
      'from ten on',
      { day: 10 },
      { rules: { discounts: [auto('d', { kind: 'FROM_QUANTITY', from: 10, percent: 1_500 })] } },
      ['day 10 × 3825 (2165)'],
      38_250,
    ],
    [
      'nine are not ten',
      { day: 9 },
      { rules: { discounts: [auto('d', { kind: 'FROM_QUANTITY', from: 10, percent: 1_500 })] } },
      ['day 9 × 4500 (2292)'],
      40_500,
    ],
    [
      'from 200.00 on',
      { day: 5 },
      { rules: { discounts: [auto('d', { kind: 'FROM_AMOUNT', from: 200_00, percent: 1_000 })] } },
      ['day 5 × 4050 (1146)'],
      20_250,
    ],
    [
      'exactly 90.00',
      { day: 2 },
      { rules: { discounts: [auto('d', { kind: 'FROM_AMOUNT', from: 90_00, percent: 1_000 })] } },
      ['day 2 × 4050 (458)'],
      8_100,
    ],
    [
      'one that is over',
      { day: 3 },
      { rules: { discounts: [auto('d', { kind: 'N_FOR_M', buy: 3, pay: 2 }, { until: before })] } },
      ['day 3 × 4500 (764)'],
      13_500,
    ],
    [
      'one that has not begun',
      { day: 3 },
      { rules: { discounts: [auto('d', { kind: 'N_FOR_M', buy: 3, pay: 2 }, { from: after })] } },
      ['day 3 × 4500 (764)'],
      13_500,
    ],
    [
      'of two the first, never both',
      { day: 3 },
      {
        rules: {
          discounts: [
            auto('d', { kind: 'FROM_QUANTITY', from: 3, percent: 1_000 }),
            auto('e', { kind: 'N_FOR_M', buy: 3, pay: 2 }),
          ],
        },
      },
      ['day 3 × 4050 (688)'],
      12_150,
    ],
    [
      'a code on top',
      { day: 3 },
      { rules: { discounts: [auto('d', { kind: 'FROM_QUANTITY', from: 3, percent: 1_000 })] }, codes: [codeOf('TEN')] },
      ['day 3 × 3645 (619)'],
      10_935,
    ],
    [
      'a code that leaves out what is cheaper already',
      { day: 3, vip: 1 },
      {
        rules: {
          discounts: [
            auto('d', { kind: 'FROM_QUANTITY', from: 3, percent: 1_000 }, { ticketTypeIds: ['day'] as never }),
          ],
        },
        codes: [codeOf('TEN', { withDiscounts: false })],
      },
      ['day 3 × 4050 (688)', 'vip 1 × 30000 (5207)'],
      42_150,
    ],
  ]);
});
