import { describe, expect, it } from 'vitest';
import { after, before, type Case, codeOf, price, said, typeOf } from './testing.ts';
import type { Fee } from './schemas.ts';

const day = typeOf('day', 45_00);
const weekend = typeOf('weekend', 120_00);
const vip = typeOf('vip', 333_33, { vat: 2100 });
const types = [day, weekend, vip];

const fee = (id: string, kind: Fee['kind'], amount: number, more: Partial<Fee> = {}): Fee => ({
  id,
  name: { en: id },
  kind,
  amount,
  vat: 2100,
  ticketTypeIds: [],
  onFree: false,
  ...more,
});
const exact = (cases: [string, Record<string, number>, Case, string[], number][]) =>
  it.each(cases)('%s', (_, wanted, given, lines, total) => {
    const verdict = price(wanted, { types, ...given });
    expect(said(verdict)).toEqual(lines);
    expect(verdict.ok && verdict.total).toBe(total);
  });

describe('what tickets cost', () => {
  exact([
    ['one', { day: 1 }, {}, ['day 1 × 4500 (255)'], 4500],
    ['three of a kind', { day: 3 }, {}, ['day 3 × 4500 (764)'], 13_500],
    ['two kinds at one rate', { day: 1, weekend: 1 }, {}, ['day 1 × 4500 (255)', 'weekend 1 × 12000 (679)'], 16_500],
    ['two rates', { day: 1, vip: 1 }, {}, ['day 1 × 4500 (255)', 'vip 1 × 33333 (5785)'], 37_833],
    ['a free one', { free: 2 }, { types: [typeOf('free', 0)] }, ['free 2 × 0 (0)'], 0],
    ['a cent', { cent: 1 }, { types: [typeOf('cent', 1)] }, ['cent 1 × 1 (0)'], 1],
    ['without VAT', { day: 2 }, { types: [typeOf('day', 45_00, { vat: 0 })] }, ['day 2 × 4500 (0)'], 9_000],
    // 0 decimals: the yen is its own minor unit. 10 % within ¥ 12 345 are ¥ 1 122.27.
    ['yen', { day: 1 }, { types: [typeOf('day', 12_345, { vat: 1_000 })] }, ['day 1 × 12345 (1122)'], 12_345],
    // 3 decimals: 25.750 dinars of Kuwait, no VAT; of Bahrain with 10 %: 2.340 91.
    ['dinars of Kuwait', { day: 2 }, { types: [typeOf('day', 25_750, { vat: 0 })] }, ['day 2 × 25750 (0)'], 51_500],
    [
      'dinars of Bahrain',
      { day: 1 },
      { types: [typeOf('day', 25_750, { vat: 1_000 })] },
      ['day 1 × 25750 (2341)'],
      25_750,
    ],
  ]);
});

const steps = (more: object[]) => [typeOf('day', 45_00, { tiers: more as never })];
describe('steps of a price', () => {
  exact([
    [
      'the first that is open',
      { day: 1 },
      { types: steps([{ id: 'early', price: 30_00, until: after, stock: null }]) },
      ['day 1 × 3000 (170)'],
      3_000,
    ],
    [
      'none that is over',
      { day: 1 },
      { types: steps([{ id: 'early', price: 30_00, until: before, stock: null }]) },
      ['day 1 × 4500 (255)'],
      4_500,
    ],
    [
      'over at its very moment',
      { day: 1 },
      { types: steps([{ id: 'early', price: 30_00, until: '2027-05-01T10:00:00.000Z', stock: null }]) },
      ['day 1 × 4500 (255)'],
      4_500,
    ],
    [
      'the last two of a stock, and one at the next price',
      { day: 3 },
      { types: steps([{ id: 'early', price: 30_00, until: null, stock: { quotaId: 's', free: 2 } }]) },
      ['day 2 × 3000 (340)', 'day 1 × 4500 (254)'],
      10_500,
    ],
    [
      'an empty stock',
      { day: 1 },
      { types: steps([{ id: 'early', price: 30_00, until: null, stock: { quotaId: 's', free: 0 } }]) },
      ['day 1 × 4500 (255)'],
      4_500,
    ],
    [
      'three steps at once',
      { day: 3 },
      {
        types: steps([
          { id: 'a', price: 10_00, until: null, stock: { quotaId: 's', free: 1 } },
          { id: 'b', price: 20_00, until: null, stock: { quotaId: 't', free: 1 } },
        ]),
      },
      ['day 1 × 1000 (57)', 'day 1 × 2000 (113)', 'day 1 × 4500 (255)'],
      7_500,
    ],
  ]);
});

describe('fees', () => {
  exact([
    [
      'per ticket',
      { day: 2 },
      { rules: { fees: [fee('f', 'PER_TICKET', 150)] } },
      ['day 2 × 4500 (509)', 'FEE f 2 × 150 (52)'],
      9_300,
    ],
    [
      'per order',
      { day: 2 },
      { rules: { fees: [fee('f', 'PER_ORDER', 200)] } },
      ['day 2 × 4500 (509)', 'FEE f 1 × 200 (35)'],
      9_200,
    ],
    [
      '5 % of each ticket',
      { day: 2 },
      { rules: { fees: [fee('f', 'PERCENT', 500)] } },
      ['day 2 × 4500 (509)', 'FEE f 2 × 225 (78)'],
      9_450,
    ],
    [
      '5 % of what is left to pay',
      { day: 1 },
      { rules: { fees: [fee('f', 'PERCENT', 500)] }, codes: [codeOf('HALF', { value: 5_000 })] },
      ['day 1 × 2250 (127)', 'FEE f 1 × 113 (20)'],
      2_363,
    ],
    [
      'none for what is free',
      { free: 1 },
      { types: [typeOf('free', 0)], rules: { fees: [fee('f', 'PER_TICKET', 150), fee('g', 'PER_ORDER', 100)] } },
      ['free 1 × 0 (0)'],
      0,
    ],
    [
      'for what is free where it is said',
      { free: 1 },
      { types: [typeOf('free', 0)], rules: { fees: [fee('f', 'PER_TICKET', 150, { onFree: true })] } },
      ['free 1 × 0 (0)', 'FEE f 1 × 150 (26)'],
      150,
    ],
    [
      'of one type alone',
      { day: 1, weekend: 2 },
      { rules: { fees: [fee('f', 'PER_TICKET', 150, { ticketTypeIds: ['weekend'] as never })] } },
      ['day 1 × 4500 (255)', 'weekend 2 × 12000 (1358)', 'FEE f 2 × 150 (52)'],
      28_800,
    ],
    [
      'at the ticket’s own rate',
      { day: 1 },
      { rules: { fees: [fee('f', 'PER_TICKET', 150, { vat: 600 })] } },
      ['day 1 × 4500 (255)', 'FEE f 1 × 150 (8)'],
      4_650,
    ],
    [
      'in yen: 3 % of ¥ 9 999 are ¥ 300',
      { day: 1 },
      { types: [typeOf('day', 9_999, { vat: 1_000 })], rules: { fees: [fee('f', 'PERCENT', 300, { vat: 1_000 })] } },
      ['day 1 × 9999 (909)', 'FEE f 1 × 300 (27)'],
      10_299,
    ],
  ]);
});

describe('VAT', () => {
  exact([
    [
      'three cents’ worth, rounded by line',
      { a: 1, b: 1, c: 1 },
      { types: [typeOf('a', 6), typeOf('b', 6), typeOf('c', 6)], rules: { rounding: 'LINE' } },
      ['a 1 × 6 (0)', 'b 1 × 6 (0)', 'c 1 × 6 (0)'],
      18,
    ],
    [
      'the same, on the sum',
      { a: 1, b: 1, c: 1 },
      { types: [typeOf('a', 6), typeOf('b', 6), typeOf('c', 6)] },
      ['a 1 × 6 (0)', 'b 1 × 6 (1)', 'c 1 × 6 (0)'],
      18,
    ],
    [
      'net prices: 100.00 + 21 %',
      { day: 1 },
      { types: [typeOf('day', 100_00, { vat: 2100 })], rules: { pricesIncludeVat: false } },
      ['day 1 × 12100 (2100)'],
      12_100,
    ],
    [
      'net prices by line',
      { day: 3 },
      { types: [typeOf('day', 9_99, { vat: 2100 })], rules: { pricesIncludeVat: false, rounding: 'LINE' } },
      ['day 2 × 1209 (419)', 'day 1 × 1208 (210)'],
      3_626,
    ],
    [
      'net prices, what is paid is kept',
      { day: 3 },
      { types: [typeOf('day', 9_99, { vat: 2100 })], rules: { pricesIncludeVat: false } },
      ['day 3 × 1209 (629)'],
      3_627,
    ],
    [
      'net prices, the net is kept',
      { day: 3 },
      { types: [typeOf('day', 9_99, { vat: 2100 })], rules: { pricesIncludeVat: false, rounding: 'KEEP_NET' } },
      ['day 2 × 1209 (419)', 'day 1 × 1208 (210)'],
      3_626,
    ],
    [
      'gross prices, the net is kept',
      { a: 1, b: 1 },
      { types: [typeOf('a', 6), typeOf('b', 6)], rules: { rounding: 'KEEP_NET' } },
      ['a 1 × 7 (1)', 'b 1 × 6 (0)'],
      13,
    ],
    [
      'net yen',
      { day: 3 },
      { types: [typeOf('day', 333, { vat: 1_000 })], rules: { pricesIncludeVat: false, rounding: 'KEEP_NET' } },
      ['day 1 × 367 (33)', 'day 2 × 366 (67)'],
      1_099,
    ],
    [
      'reverse charge',
      { day: 2 },
      { rules: { reverseCharge: true }, buyer: { country: 'FR', vatNumber: 'FR40303265045' } },
      ['day 2 × 4245 (0)'],
      8_490,
    ],
    [
      'no reverse charge at home',
      { day: 2 },
      { rules: { reverseCharge: true }, buyer: { country: 'BE', vatNumber: 'BE0411905847' } },
      ['day 2 × 4500 (509)'],
      9_000,
    ],
    [
      'none outside the union',
      { day: 2 },
      { rules: { reverseCharge: true }, buyer: { country: 'CH', vatNumber: 'CHE1' } },
      ['day 2 × 4500 (509)'],
      9_000,
    ],
    [
      'none where the festival does not sell so',
      { day: 2 },
      { buyer: { country: 'FR', vatNumber: 'FR40303265045' } },
      ['day 2 × 4500 (509)'],
      9_000,
    ],
  ]);
});
