import { expect, it } from 'vitest';
import { csv } from './csv.ts';

it('quotes what would break a line or a column', () => {
  expect(
    csv(
      ['name', 'sum'],
      [
        ['Doe, "Jane"', 12.5],
        ['two\nlines', 0],
      ],
    ),
  ).toBe('\uFEFFname,sum\r\n"Doe, ""Jane""",12.5\r\n"two\nlines",0\r\n');
});

it.each(['=1+1', '+32', '-1', '@cmd'])('takes the power from %s', (text) => {
  expect(csv(['a'], [[text]])).toContain(`'${text}`);
});

it('leaves negative numbers numbers', () => {
  expect(csv(['a'], [[-5]])).toBe('\uFEFFa\r\n-5\r\n');
});
