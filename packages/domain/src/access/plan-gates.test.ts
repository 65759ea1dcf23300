import { describe, expect, it } from 'vitest';
import { parseCsv } from '../csv.ts';
import { gatesAsCsv, planGates } from './plan-gates.ts';

const id = (digit: number) => `0190e000-0000-7000-8000-00000000000${digit}`;
const entrances = [
  { id: id(1), name: { en: 'Forest arch', fr: 'Arche du bois' } },
  { id: id(2), name: { en: 'Quay' } },
  { id: id(3), name: { en: 'Quay' } },
];
const north = { id: id(4), name: 'North', placeId: id(1), version: 3 };
const lost = { id: id(5), name: 'Lost', placeId: id(9), version: 1 };
const plan = (text: string, gates = [north, lost]) => planGates(parseCsv(text), { gates, entrances });
const told = (text: string) => {
  const planned = plan(text);
  return 'reason' in planned
    ? planned
    : planned.rows.map(({ line, outcome, columns, reasons }) => [
        line,
        outcome,
        ...columns,
        ...reasons.map(({ column, reason }) => `${column}:${reason}`),
      ]);
};

describe('a file of gates', () => {
  it('is new, changed, the same or refused, by line', () => {
    const file = [
      'ID;Gate;Eingang',
      `${id(4)};North gate;arche DU bois`,
      ';Artists;',
      ';artists;Quay',
      `;East;${id(2)}`,
      ';West;Quay',
      ';South;Moon door',
      `${id(7)};Nobody;`,
      ';;Forest arch',
      ';Extra;;more',
      `;${'x'.repeat(61)};`,
      ';"A\u202E";',
      ';Lost;',
    ].join('\r\n');
    expect(told(file)).toEqual([
      [2, 'changed', 'name'],
      [3, 'new'],
      [4, 'refused', 'name:duplicate'],
      [5, 'new'],
      [6, 'refused', 'entrance:ambiguous'],
      [7, 'refused', 'entrance:unknown'],
      [8, 'refused', 'id:unknown'],
      [9, 'refused', 'name:required'],
      [10, 'refused', ':surplus_cells'],
      [11, 'refused', 'name:too_long'],
      [12, 'refused', 'name:control_characters'],
      [13, 'changed', 'entrance'],
    ]);
  });

  it('gives no gate the name of another', () => {
    expect(told(`id,name\n${id(5)},north`)).toEqual([[2, 'refused', 'name:duplicate']]);
    expect(told(`id,name\n${id(4)},Gate 1\n,gate 1`)).toEqual([
      [2, 'changed', 'name'],
      [3, 'refused', 'name:duplicate'],
    ]);
  });

  it.each([
    ['Nom\nNorth', [[2, 'same']]],
    ['name,entrance\nLost,', [[2, 'changed', 'entrance']]],
    ['entrance\nQuay', { reason: 'no_columns', line: 1 }],
    ['name,nom\nA,B', { reason: 'duplicate_column', line: 1 }],
    ['name,entrance', { reason: 'empty', line: 1 }],
    ['name\n"North', { reason: 'unclosed_quote', line: 2 }],
    [`name\n${'a\n'.repeat(2_001)}`, { reason: 'too_many_rows', line: 2_002 }],
  ])('%j', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('is read back as it was written: names that are one gate’s alone, ids for the rest, nothing that a spreadsheet runs', () => {
    const gates = [north, lost, { id: id(6), name: '=HYPERLINK("x")', placeId: id(2), version: 1 }];
    const text = gatesAsCsv(gates, entrances);
    expect(text).toContain(`${id(4)},North,Forest arch\r\n`);
    expect(text).toContain(`'=HYPERLINK`);
    expect(plan(text, gates)).toMatchObject({ rows: gates.map(() => ({ outcome: 'same' })), writes: [] });
    expect(plan(gatesAsCsv([], entrances), [])).toEqual({ reason: 'empty', line: 1 });
  });
});
