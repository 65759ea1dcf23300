import { describe, expect, test } from 'vitest';
import { endsAt, graceMs, seeDomain, type Sight } from './domain-rules.ts';

const now = new Date('2027-03-20T12:00:00Z');
const confirmedAt = '2027-01-01T00:00:00.000Z';
const recently = '2027-03-19T12:00:00.000Z';
const longAgo = new Date(now.getTime() - graceMs).toISOString();

describe('a proven domain', () => {
  test.each<[Sight, string | null, object]>([
    ['found', null, { confirmedAt, lostAt: null, change: null }],
    ['found', recently, { confirmedAt, lostAt: null, change: 'domain_found' }],
    ['found', longAgo, { confirmedAt, lostAt: null, change: 'domain_found' }],
    ['absent', null, { confirmedAt, lostAt: now.toISOString(), change: 'domain_lost' }],
    ['absent', recently, { confirmedAt, lostAt: recently, change: null }],
    ['absent', longAgo, { confirmedAt: null, lostAt: null, change: 'domain_lapsed' }],
    ['silent', null, { confirmedAt, lostAt: null, change: null }],
    ['silent', longAgo, { confirmedAt, lostAt: longAgo, change: null }],
  ])('whose record is %s, and was missed since %s', (sight, lostAt, after) => {
    expect(seeDomain({ confirmedAt, lostAt }, sight, now)).toEqual(after);
  });
});

test('a domain that was never proven can be neither lost nor found', () => {
  for (const sight of ['found', 'absent', 'silent'] as const)
    expect(seeDomain({ confirmedAt: null, lostAt: null }, sight, now).change).toBeNull();
});

test('a domain is answered to for fourteen days after it was missed', () => {
  expect(endsAt({ lostAt: recently })).toBe('2027-04-02T12:00:00.000Z');
  expect(endsAt({ lostAt: null })).toBeNull();
});
