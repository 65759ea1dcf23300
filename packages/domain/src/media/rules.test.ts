import { describe, expect, test } from 'vitest';
import { fileFor, maxPixels, positionOf, refusalOfPixels, srcSet, widthsOf } from './rules.ts';

describe('widths', () => {
  test.each([
    [1, [1]],
    [320, [320]],
    [321, [320, 321]],
    [1000, [320, 640, 1000]],
    [2048, [320, 640, 1280, 2048]],
    [9000, [320, 640, 1280, 2048]],
  ])('of %i are %j', (width, expected) => {
    expect(widthsOf(width)).toEqual(expected);
  });
});

describe('pixels', () => {
  test.each([
    [8000, 6000, null],
    [10_000, 6000, null],
    [10_000, 6001, 'pixels'],
    [60_000, 60_000, 'pixels'],
    [600, 100, null],
    [601, 100, 'ratio'],
    [100, 601, 'ratio'],
    [1, 1, null],
  ])('%i × %i: %s', (width, height, expected) => {
    expect(refusalOfPixels({ width, height })).toBe(expected);
  });
  test('what is taken fits a WebP file, which holds 16 383 pixels a side', () => {
    const [largest = 0] = widthsOf(maxPixels).slice(-1);
    expect(largest * 6).toBeLessThan(16_383);
  });
});

const picture = { path: '/media/abc', widths: [320, 640, 900], formats: ['avif', 'webp'], focus: { x: 0.254, y: 1 } };

test('a page is offered every width, below wherever it reaches the API', () => {
  expect(srcSet(picture, 'avif', '/api')).toBe(
    '/api/media/abc/320.avif 320w, /api/media/abc/640.avif 640w, /api/media/abc/900.avif 900w',
  );
  expect(fileFor(picture, 400, 'https://x.example/api')).toBe('https://x.example/api/media/abc/640.webp');
  expect(fileFor(picture, 5000, '')).toBe('/media/abc/900.webp');
  expect(positionOf(picture)).toBe('25% 100%');
});
