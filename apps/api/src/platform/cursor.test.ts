import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decodeCursor, encodeCursor, pageOf } from './cursor.ts';

const Place = z.tuple([z.string(), z.int()]);

describe('a cursor', () => {
  test('comes back as it was written, safe in an address', () => {
    const cursor = encodeCursor(['2031-07-04 – été', 7]);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(decodeCursor(Place, cursor)).toEqual(['2031-07-04 – été', 7]);
  });
  test('that is missing means the first page', () => {
    expect(decodeCursor(Place, undefined)).toBeNull();
  });
  test.each([
    '',
    'garbage',
    encodeCursor(['only one']),
    encodeCursor([1, '2']),
    Buffer.from('{').toString('base64url'),
  ])('that we did not write is refused: %s', (cursor) => {
    expect(() => decodeCursor(Place, cursor)).toThrow('general.invalid_cursor');
  });
});

describe('a page', () => {
  const page = (rows: number[]) =>
    pageOf(
      rows,
      2,
      (row) => [row],
      (row) => `#${row}`,
    );

  test('has a next one only when a further row was read', () => {
    expect(page([1, 2])).toEqual({ items: ['#1', '#2'], next: null });
    expect(page([1, 2, 3])).toEqual({ items: ['#1', '#2'], next: encodeCursor([2]) });
    expect(page([])).toEqual({ items: [], next: null });
  });
});
