import { describe, expect, it } from 'vitest';
import { block, isUnsaved, judge, newRow, rebased, rowOf, typed, type Names } from './menu-sheet.ts';

const product = {
  id: '01890000-0000-7000-8000-000000000001',
  name: { fr: 'Pils' },
  category: 'BEER' as const,
  price: 350,
  vat: 2100,
  deposit: null,
  diets: ['VEGAN' as const],
  allergens: ['GLUTEN' as const],
  sectionId: null,
  order: 0,
  picture: null,
  version: 4,
};
const names: Names = {
  category: { BEER: 'bière', SOFT: 'boisson sans alcool' },
  sectionId: { '01890000-0000-7000-8000-00000000000a': 'Plats', '01890000-0000-7000-8000-00000000000b': 'Boissons' },
  vat: {},
  diets: { VEGAN: 'végane', GLUTEN_FREE: 'sans gluten' },
  allergens: { GLUTEN: 'gluten', NUTS: 'noix' },
};
const written = (cells: object) => {
  const row = rowOf(product, 'fr');
  return { ...row, cells: { ...row.cells, ...cells } };
};

describe('a row', () => {
  it('is as saved until a cell differs', () => {
    expect(isUnsaved(rowOf(product, 'fr'))).toBe(false);
    expect(isUnsaved(written({ price: '4' }))).toBe(true);
    expect(isUnsaved(written({ 'name.en': '' }))).toBe(false);
    expect(isUnsaved({ ...written({}), removed: true })).toBe(true);
  });
  it('asks for what was written, in the reader’s notation', () => {
    const { deed } = judge(written({ price: '3,80', deposit: '1', allergens: '', 'name.en': 'Lager' }), 'fr');
    expect(deed).toEqual({
      op: 'change',
      id: product.id,
      version: 4,
      changes: {
        name: { fr: 'Pils', en: 'Lager' },
        category: 'BEER',
        price: 380,
        vat: 2100,
        deposit: 100,
        diets: ['VEGAN'],
        allergens: [],
        sectionId: null,
        order: 0,
      },
    });
  });
  it('takes a rate that may be chosen, and the one that it has', () => {
    const none = () => false;
    expect(judge(written({ vat: '6' }), 'fr', none).wrong).toEqual({ vat: 'unknown_vat_rate' });
    expect(judge(written({ vat: '6' }), 'fr', (rate) => rate === 600).wrong).toBeNull();
    expect(judge(written({ price: '4' }), 'fr', none).wrong).toBeNull();
  });
  it.each([
    [{ price: 'cheap' }, 'price'],
    [{ price: '' }, 'price'],
    [{ vat: '120' }, 'vat'],
    [{ 'name.fr': '' }, 'name.fr'],
    [{ category: 'Gold' }, 'category'],
    [{ diets: 'VEGAN love' }, 'diets'],
    [{ sectionId: 'Plats du jour' }, 'sectionId'],
    [{ order: '' }, 'order'],
  ])('says of %o which cell is wrong', (cells, column) => {
    const { deed, wrong } = judge(written(cells), 'fr');
    expect([deed, Object.keys(wrong ?? {})]).toEqual([null, [column]]);
  });
  it('that is new takes category and VAT from the one above', () => {
    const row = newRow('key', rowOf(product, 'fr'), { order: 7, vat: '6' });
    expect(row.cells).toEqual({ category: 'BEER', vat: '21', sectionId: '', order: '7' });
    expect(judge({ ...row, cells: { ...row.cells, 'name.fr': 'Eau', price: '2' } }, 'fr').deed).toMatchObject({
      op: 'create',
      product: { name: { fr: 'Eau' }, price: 200, vat: 2100, deposit: null },
    });
  });
});

describe('what is typed', () => {
  it.each([
    ['category', 'Bière', 'BEER'],
    ['category', 'beer', 'BEER'],
    ['sectionId', 'boissons', '01890000-0000-7000-8000-00000000000b'],
    ['sectionId', '', ''],
    ['diets', 'sans gluten, végane', 'GLUTEN_FREE VEGAN'],
    ['diets', 'sans gluten', 'GLUTEN_FREE'],
    ['diets', 'gluten-free vegan', 'GLUTEN_FREE VEGAN'],
    ['allergens', 'Noix; gluten; noix', 'NUTS GLUTEN'],
    ['allergens', 'love', 'love'],
    ['price', ' 3,50 ', '3,50'],
  ] as const)('into %s as %s is kept as %s', (column, value, kept) => {
    expect(typed(column, value, names)).toBe(kept);
  });
});

describe('a block of a spreadsheet', () => {
  it.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"two\nlines"\t"a ""b"""\n', [['two\nlines', 'a "b"']]],
    ['a\t\tc', [['a', '', 'c']]],
    ['one', [['one']]],
    ['', [['']]],
    ['\t"half', [['', '"half']]],
  ])('%j', (pasted, cells) => {
    expect(block(pasted)).toEqual(cells);
  });
});

describe('a row that somebody else saved meanwhile', () => {
  const words = { gone: 'gone', changed: 'changed', now: (value: string) => `now ${value}` };
  it('keeps what was typed here, takes the rest, and tells of what both changed', () => {
    const theirs = { ...product, price: 400, order: 9, version: 5 };
    const row = rebased(written({ price: '3,80', 'name.fr': 'Pils 25' }), theirs, 'fr', words);
    expect(row.cells).toMatchObject({ price: '3,80', 'name.fr': 'Pils 25', order: '9' });
    expect(row.refused).toEqual({ row: 'changed', price: 'now 4' });
    expect(judge(row, 'fr').deed).toMatchObject({ version: 5, changes: { price: 380, order: 9 } });
  });
  it('is named when it is gone', () => {
    expect(rebased(written({ price: '4' }), undefined, 'fr', words).refused).toEqual({ row: 'gone' });
  });
});
