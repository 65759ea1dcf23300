import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meantBy, slipsOf, spellingsOf, wordsOf } from './spelling.ts';

const word = fc.stringMatching(/^[a-z]{2,14}$/);

describe('the words of a text', () => {
  test.each([
    ['zoe.muller@example.org', ['zoe', 'muller', 'example', 'org']],
    ["  d'angelo & the 3 o'clock  ", ['d', 'angelo', 'the', '3', 'o', 'clock']],
    ['фьорд 東京', ['фьорд', '東京']],
    ["%_'; --", []],
  ])('%j', (text, words) => expect(wordsOf(text)).toEqual(words));
});

describe('a slip', () => {
  test.each([
    ['ameile', 'amelie'],
    ['amellie', 'amelie'],
    ['amlie', 'amelie'],
    ['anelie', 'amelie'],
    ['melie', 'amelie'],
    ['amelie1', 'amelie'],
    ['фьрод', 'фьорд'],
    ['東京京', '東京'],
  ])('%s may be meant for %s', (typed, meant) => expect(slipsOf(typed)).toContain(meant));
  test('goes both ways, and changes the length by one at most', () => {
    fc.assert(
      fc.property(word, fc.nat(), (typed, chosen) => {
        const slips = [...slipsOf(typed)];
        const slip = slips[chosen % slips.length] ?? '';
        expect(Math.abs(slip.length - typed.length)).toBeLessThanOrEqual(1);
        expect(slipsOf(slip).has(typed)).toBe(true);
      }),
    );
  });
  test('is not what was typed', () => {
    fc.assert(fc.property(word, (typed) => void expect(slipsOf(typed).has(typed)).toBe(false)));
  });
  test('is looked for in some words of some letters: a long text stays a small question', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 100 })), (words) => {
        expect(spellingsOf(words).length).toBeLessThan(12_000);
      }),
    );
    expect(spellingsOf(['abc', 'x'.repeat(30)])).toEqual([
      { word: 'abc', of: 1 },
      { word: 'x'.repeat(30), of: 2 },
    ]);
  });
});

describe('what is meant', () => {
  const known = (of: number, one: string, likeness: number, whole = true) => ({ of, word: one, whole, likeness });
  test('is what was typed where there is that, then whole words, the most alike first', () => {
    const there = [known(1, 'stag', 0.9, false), known(1, 'stage', 0.4), known(1, 'stake', 0.2), known(2, '12', 1)];
    expect(meantBy(['stge', '12'], there)).toEqual({ text: 'stage 12', words: [['stage', 'stake', 'stag'], ['12']] });
    expect(meantBy(['stag'], there)?.text).toBe('stag');
  });
  test('takes a word that there is for what it is, as long as another is misspelled', () => {
    const there = [known(1, 'anna', 1), known(1, 'anne', 0.5), known(2, 'fjord', 0.5)];
    expect(meantBy(['anna', 'fjrod'], there)?.words).toEqual([['anna'], ['fjord']]);
    expect(meantBy(['anna'], there)?.words).toEqual([['anna', 'anne']]);
  });
  test('leaves out what is like nothing, and is nothing where little is left', () => {
    expect(meantBy(['amelie', 'concert'], [known(1, 'amelie', 1)])).toEqual({ text: 'amelie', words: [['amelie']] });
    expect(meantBy(['zyxw', 'de'], [known(2, 'de', 1)])).toBeNull();
    expect(meantBy([], [])).toBeNull();
  });
});
