import { expect, test } from 'vitest';
import { drawEmblem, emblemSeed } from './draw-emblem.ts';
import { palettes, type PaletteName } from './palette.ts';

const names = Object.keys(palettes) as PaletteName[];

test('the same seed and palette give the same small picture, others another', () => {
  const drawn = new Set<string>();
  for (const palette of names)
    for (let seed = 0; seed < 60; seed += 1) {
      const picture = drawEmblem({ seed, palette });
      expect(picture).toBe(drawEmblem({ seed, palette }));
      expect(picture.length).toBeLessThan(6000);
      expect(picture).not.toMatch(/NaN|undefined|<script|href/);
      drawn.add(picture);
    }
  expect(drawn.size).toBe(names.length * 60);
});
test('a seed has four digits at most', () => {
  for (const name of ['', 'Solène Varga', '山田']) {
    expect(emblemSeed(name)).toBe(emblemSeed(name));
    expect(String(emblemSeed(name))).toMatch(/^\d{1,4}$/);
  }
});
