import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { contrast } from '../color.ts';
import { artworkKinds, drawArtwork, paletteOf } from './draw-artwork.ts';
import { inkOn, palettes, paletteFromAccent } from './palette.ts';
import { seededRandom } from './seeded-random.ts';

const seeds = Array.from({ length: 150 }, (_, at) => `festival ${at}`);

describe.each(artworkKinds)('drawArtwork of a %s', (artwork) => {
  it('draws the same bytes from the same seed', () => {
    expect(drawArtwork({ seed: 'Solstice', artwork })).toBe(drawArtwork({ seed: 'Solstice', artwork }));
  });

  it('draws another picture for every seed', () => {
    expect(new Set(seeds.map((seed) => drawArtwork({ seed, palette: 'sunset', artwork }))).size).toBe(seeds.length);
  });

  it('sends less than 6 kB over the wire', () => {
    const largest = Math.max(...seeds.map((seed) => gzipSync(drawArtwork({ seed, artwork })).length));
    expect(largest).toBeLessThan(6_000);
  });

  it('is well-formed: every element closed, no number lost on the way', () => {
    for (const seed of seeds) {
      const svg = drawArtwork({ seed, accent: '#0b7a75', artwork });
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      const open: string[] = [];
      for (const [, closing, name, self] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^>]*?(\/?)>/g)) {
        if (closing === '/') expect(open.pop()).toBe(name);
        else if (self !== '/') open.push(String(name));
      }
      expect(open).toEqual([]);
      // An attribute said twice makes a picture of its own no picture at all.
      for (const [tag] of svg.matchAll(/<[a-zA-Z][^>]*>/g)) {
        const names = [...tag.matchAll(/\s([a-zA-Z0-9:-]+)="/g)].map(([, name]) => name);
        expect([tag.slice(0, 80), new Set(names).size]).toEqual([tag.slice(0, 80), names.length]);
      }
    }
  });

  it('moves nothing unless motion is welcome', () => {
    const svg = drawArtwork({ seed: 'Solstice', artwork });
    const style = svg.slice(svg.indexOf('<style>'), svg.indexOf('</style>'));
    const outsideTheQuery = style.slice(0, style.indexOf('@media(prefers-reduced-motion:no-preference)'));
    expect(outsideTheQuery).not.toContain('animation');
    expect(svg.slice(svg.indexOf('</style>'))).not.toContain('animation');
  });

  it('moves within what says that it lives, and nowhere else', () => {
    const svg = drawArtwork({ seed: 'Solstice', artwork });
    const rules = [...svg.matchAll(/(?<selector>[^{}]+)\{animation[^}]*\}/g)].map(({ groups }) => groups?.['selector']);
    expect(rules.length).toBeGreaterThan(10);
    for (const selector of rules) expect(selector).toMatch(/^\[data-alive\] /);
  });
});

describe('palettes', () => {
  it.each(Object.entries(palettes))('%s lets a title stand on its zenith', (_, palette) => {
    expect(contrast(palette.sky[0], inkOn(palette))).toBeGreaterThan(7);
  });

  it('made from any accent let a white title stand on their zenith', () => {
    for (let hue = 0; hue < 360; hue += 15) {
      expect(contrast(paletteFromAccent(`oklch(0.6 0.2 ${hue})`).sky[0], '#ffffff')).toBeGreaterThan(7);
    }
  });

  it('are chosen by the seed when nobody chose', () => {
    expect(new Set(seeds.map((seed) => paletteOf({ seed }).land)).size).toBe(6);
  });
});

describe('seededRandom', () => {
  it('is a fixed stream', () => {
    const random = seededRandom('Solstice');
    const again = seededRandom('Solstice');
    expect(Array.from({ length: 20 }, random.next)).toEqual(Array.from({ length: 20 }, again.next));
  });

  it('spreads evenly over whole numbers, both ends included', () => {
    const random = seededRandom('dice');
    const counts = new Map<number, number>();
    for (let at = 0; at < 6000; at += 1) {
      const side = random.whole(1, 6);
      counts.set(side, (counts.get(side) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
