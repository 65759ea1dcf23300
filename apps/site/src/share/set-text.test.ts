import { expect, it } from 'vitest';
import { fitText, isSettable, setText, type Cut } from './set-text.ts';

const cuts: Cut[] = ['grotesque', 'tall', 'wide', 'serif', 'text'];

it.each(['Nina Vega', 'Łódź & Dvořák', 'Şebnem Ğ', 'Молчат Дома', 'Ελένη', 'Trần', 'Zoë – «Été» № 5!'])(
  '%s is drawn in every cut, with a letter for each of its letters',
  (name) => {
    for (const cut of cuts) {
      expect(isSettable(name, cut)).toBe(true);
      // A letter that is not there would be a box, and boxes are all alike.
      const drawn = [...name.normalize('NFC')].filter((one) => /\p{L}/u.test(one)).map((one) => setText(one, cut, 100));
      expect(new Set(drawn.map(({ path }) => path)).size).toBe(new Set(name.match(/\p{L}/gu)).size);
      expect(drawn.every(({ width }) => width > 0)).toBe(true);
    }
  },
);

it.each(['坂本龍一', 'فيروز', 'עידן', '뉴진스'])('%s would be boxes, and is not', (name) => {
  for (const cut of cuts) expect([isSettable(name, cut), setText(name, cut, 100).width]).toEqual([false, 0]);
});

it('leaves out what is no letter and in no face', () => {
  expect(isSettable('Party 🎉', 'wide')).toBe(true);
  expect(setText('Party 🎉', 'wide', 100)).toEqual(setText('Party ', 'wide', 100));
});

it('sets as wide as it says, in one script or in several', () => {
  const width = (words: string) => setText(words, 'grotesque', 100).width;
  expect(width('Дом Łódź')).toBeCloseTo(width('Дом ') + width('Ł') + width('ó') + width('d') + width('ź'), -1);
  const { size, lines } = fitText('Молчат Дома', 'grotesque', { width: 1072, height: 300, most: 260 });
  expect(size).toBeGreaterThan(100);
  expect(lines.length).toBeLessThanOrEqual(2);
});
