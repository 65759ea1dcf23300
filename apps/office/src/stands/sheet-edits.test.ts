import { describe, expect, it } from 'vitest';
import type { Names, Row } from './menu-sheet.ts';
import { edited, grown, settled, stepBack, stepForward, withBlock, withRemoved, withRows } from './sheet-edits.ts';

const row = (key: string, cells: Row['cells'] = {}, saved = true): Row => ({
  key,
  saved: saved ? { id: key, version: 1, cells } : null,
  cells,
  removed: false,
  refused: {},
});
const names: Names = { category: {}, sectionId: {}, vat: {}, diets: {}, allergens: {} };
const keysOf = (rows: readonly Row[]) => rows.map(({ key }) => key);

describe('a sheet', () => {
  const begun = { rows: [row('a')], past: [], future: [] };
  const grownBy = (key: string) => (now: Row[]) => [...now, row(key)];

  it('goes back and forward by a step, and no further', () => {
    const two = edited(edited(begun, grownBy('b')), grownBy('c'));
    const back = stepBack(stepBack(two));
    expect(keysOf(back.rows)).toEqual(['a']);
    expect(stepBack(back)).toEqual(back);
    expect(stepForward(stepForward(back))).toEqual(two);
    expect(stepForward(two)).toEqual(two);
  });

  it('has no step forward once something else is written, and none back behind what the server said', () => {
    const back = stepBack(edited(begun, grownBy('b')));
    expect(edited(back, grownBy('c')).future).toEqual([]);
    expect(settled(edited(begun, grownBy('b')), grownBy('c'))).toMatchObject({ past: [], future: [] });
  });

  it('keeps a hundred steps', () => {
    let sheet = begun as Parameters<typeof edited>[0];
    for (let step = 0; step < 120; step += 1) sheet = edited(sheet, grownBy(String(step)));
    expect(sheet.past).toHaveLength(100);
  });
});

it('adds rows after all others, of the kind of the one above', () => {
  const [, first, second] = grown([row('a', { order: '7', category: 'BEER', vat: '6' })], 2, '21');
  expect(first?.cells).toEqual({ category: 'BEER', vat: '6', sectionId: '', order: '8' });
  expect(second?.cells.order).toBe('9');
  expect(grown([], 1, '21')[0]?.cells).toMatchObject({ vat: '21', order: '0' });
});

it('takes a saved row off the menu until that is saved, and one that was never saved at once', () => {
  const rows = withRemoved(withRemoved([row('a'), row('b', {}, false)], 'a', true), 'b', true);
  expect(rows).toEqual([{ ...row('a'), removed: true }]);
});

it('puts rows in the place that they have, and new ones at the end', () => {
  const kept = [row('new', {}, false), row('a', { price: '4' })];
  expect(withRows([row('a'), row('b')], kept)).toEqual([kept[1], row('b'), kept[0]]);
});

it('writes a block into the rows that it meets, and forgets what was refused there', () => {
  const refused = { price: 'no', vat: 'no' };
  const rows = [row('a'), { ...row('b', { price: '1' }), refused }, { ...row('c'), removed: true }];
  const [a, b, c] = withBlock(
    rows,
    1,
    ['price', 'deposit'],
    [
      ['2', '1'],
      ['3', '1'],
    ],
    names,
  );
  expect(a).toEqual(rows[0]);
  expect(b).toMatchObject({ cells: { price: '2', deposit: '1' }, refused: { vat: 'no' } });
  expect(b?.refused.price).toBeUndefined();
  expect(c).toEqual(rows[2]);
});
