import { expect, test } from 'vitest';
import { openExpiry } from './expiry.ts';

test('what was made before a change does not hold, what began after it does', () => {
  const expiry = openExpiry();
  const before = expiry.now();
  expiry.expire(['slug:a']);
  const after = expiry.now();
  expect(expiry.holds(['slug:a'], before)).toBe(false);
  expect(expiry.holds(['slug:b'], before)).toBe(true);
  expect(expiry.holds(['slug:b', 'slug:a'], before)).toBe(false);
  expect(expiry.holds(['slug:a'], after)).toBe(true);
});

test('after a silence nothing holds that was made before', () => {
  const expiry = openExpiry();
  const before = expiry.now();
  expiry.expireAll();
  expect(expiry.holds([], before)).toBe(false);
  expect(expiry.holds(['slug:a'], expiry.now())).toBe(true);
});

test('tags without end are forgotten by forgetting everything', () => {
  const expiry = openExpiry();
  const before = expiry.now();
  for (let at = 0; at < 20_001; at += 1) expiry.expire([`slug:${at}`]);
  expect(expiry.holds(['slug:untouched'], before)).toBe(false);
});
