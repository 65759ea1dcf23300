import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameFit, plainLetters } from './find-name.ts';

const finds = (typed: string, name: string) => nameFit(plainLetters(typed), plainLetters(name)) !== null;

describe('a name is found', () => {
  test.each([
    ['beyonce', 'Beyoncé'],
    ['orsted', 'Ørsted & the Łódź Band'],
    ['lodz', 'Ørsted & the Łódź Band'],
    ['strasse', 'Straße'],
    ['dont', 'Don’t Look'],
    ['dj', 'D.J. Brume'],
    ['acdc', 'AC/DC'],
    ['ac dc', 'ACDC'],
    ['varga sol', 'Solène Varga'],
    ['sole', 'Solène Varga'],
    ['solnee', 'Solène Varga'],
    ['solene vagra', 'Solène Varga'],
    ['philharmnoic', 'The Philharmonic'],
    ['harm', 'The Philharmonic'],
    ['ИВАН', 'Иван'],
    ['', 'Anyone'],
    ['  ', 'Anyone'],
  ])('%j finds %j', (typed, name) => expect(finds(typed, name)).toBe(true));

  test.each([
    ['varka', 'Ocean'],
    ['sun', 'Son'],
    ['solene brume', 'Solène Varga'],
    ['x', 'Solène'],
  ])('%j does not find %j', (typed, name) => expect(finds(typed, name)).toBe(false));

  test('a beginning before a middle before a slip', () => {
    const fits = ['Mara', 'The Marathons', 'Samara', 'Mora Mura'].map((name) => nameFit('mara', plainLetters(name)));
    expect(fits).toEqual([0, 1, 2, 3]);
  });
  test('by any of its beginnings, and by its words in any order', () => {
    const name = fc.array(fc.stringMatching(/^[a-zé]{2,9}$/), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(name, fc.nat(), (words, cut) => {
        const whole = words.join(' ');
        expect(finds(whole.slice(0, 1 + (cut % whole.length)), whole)).toBe(true);
        expect(finds(words.toReversed().join(' '), whole)).toBe(true);
      }),
    );
  });
  test('with two neighbouring letters swapped', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,10}$/), fc.nat(), (word, at) => {
        const place = at % (word.length - 1);
        const swapped = word.slice(0, place) + word[place + 1] + word[place] + word.slice(place + 2);
        expect(finds(swapped, word)).toBe(true);
      }),
    );
  });
});
