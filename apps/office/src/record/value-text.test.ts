import { describe, expect, test } from 'vitest';
import { changesBetween, valueText, type Pen } from './value-text.ts';

const pen: Pen = {
  money: (cents) => `${cents / 100} €`,
  rate: (points) => `${points / 100} %`,
  moment: (instant) => `at ${instant.slice(11, 16)}`,
  day: (date) => `on ${date}`,
  number: String,
  list: (parts) => parts.join(', '),
  nameOf: (word) => ({ BAR: 'Bar', '01890a5d-ac96-774b-bcce-b302099a8057': 'Main stage' })[word],
  yes: 'yes',
  no: 'no',
  nothing: '—',
};

test.each([
  ['price', 450, '4.5 €'],
  ['vat', 2100, '21 %'],
  ['capacity', 450, '450'],
  ['kind', 'BAR', 'Bar'],
  ['kind', 'NEW_KIND', 'NEW_KIND'],
  ['stageId', '01890a5d-ac96-774b-bcce-b302099a8057', 'Main stage'],
  ['stageId', '01890a5d-ac96-774b-bcce-b302099a8058', '01890a5d'],
  ['startsAt', '2040-07-13T18:00:00.000Z', 'at 18:00'],
  ['day', '2040-07-13', 'on 2040-07-13'],
  ['hidden', false, 'no'],
  ['genres', ['rock', 'BAR'], 'rock, Bar'],
  ['genres', [], '—'],
  ['name', { fr: 'Bière', en: '' }, 'Français: Bière'],
  ['hours', [{ opens: '12:00', closes: null }], '12:00'],
  ['placeId', null, '—'],
])('%s %j reads %j', (field, value, text) => {
  expect(valueText(field, value, pen)).toBe(text);
});

describe('what changed', () => {
  test('is told field by field, and of texts language by language', () => {
    const before = { id: 'a', version: 1, name: { fr: 'Bière' }, price: 400, kind: 'BAR' };
    const after = { id: 'a', version: 2, name: { fr: 'Bière', en: 'Beer' }, price: 450, kind: 'BAR' };
    expect(changesBetween(before, after)).toEqual([
      { field: 'name', language: 'en', from: undefined, to: 'Beer' },
      { field: 'price', language: null, from: 400, to: 450 },
    ]);
  });
  test('is nothing where nothing was recorded', () => {
    expect(changesBetween(null, undefined)).toEqual([]);
  });
});
