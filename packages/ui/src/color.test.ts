import { describe, expect, it } from 'vitest';
import { contrast, mix, parseColor, readableOn, toHex } from './color.ts';

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#fff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 4],
    ['oklch(1 0 0)', 'oklch(0 0 0)', 21],
    ['oklch(100% 0 0)', '#000', 21],
  ])('of %s on %s is %d', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 1);
    expect(contrast(b, a)).toBeCloseTo(ratio, 1);
  });

  it('refuses what is not a colour', () => {
    expect(() => contrast('tomato', '#fff')).toThrow(RangeError);
  });
});

describe('parseColor and toHex', () => {
  it.each(['#3b82f6', '#000000', '#ffffff', '#c0ffee', '#7a1f76'])('bring %s back', (hex) => {
    expect(toHex(parseColor(hex))).toBe(hex);
  });

  it('give up chroma, not hue, for a colour no screen has', () => {
    const wanted = { l: 0.7, c: 0.4, h: 150 };
    const shown = parseColor(toHex(wanted));
    expect(Math.abs(shown.h - wanted.h)).toBeLessThan(2);
    expect(Math.abs(shown.l - wanted.l)).toBeLessThan(0.01);
    expect(shown.c).toBeLessThan(wanted.c);
  });
});

describe('mix', () => {
  it('takes the shorter way round the circle of hues', () => {
    expect(mix({ l: 0.5, c: 0.1, h: 350 }, { l: 0.5, c: 0.1, h: 30 }, 0.5).h).toBeCloseTo(10);
  });
});

describe('readableOn', () => {
  it.each([
    ['#101010', '#ffffff'],
    ['#ffe27a', '#000000'],
  ])('on %s is %s', (background, ink) => {
    expect(readableOn(background)).toBe(ink);
  });
});
