import { expect, it } from 'vitest';
import { withCodeOf } from './code-in-address.ts';

it.each([
  ['', ['A'], ['A']],
  ['?code=', [], []],
  ['?code=%20early%20', ['A'], ['A', 'EARLY']],
  ['?code=a', ['A', 'B'], ['A', 'B']],
  ['?other=1&code=new', ['A', 'B', 'C', 'D', 'E'], ['B', 'C', 'D', 'E', 'NEW']],
  [`?code=${'x'.repeat(60)}`, [], ['X'.repeat(40)]],
])('%j brings %j to %j', (search, codes, all) => {
  expect(withCodeOf(search, codes)).toEqual(all);
});
