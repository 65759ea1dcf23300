import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  challengeOf,
  findNonce,
  isWorkDone,
  judgeWork,
  leadingZeroBits,
  readChallenge,
  termsText,
} from './proof-of-work.ts';

const now = new Date('2027-05-01T10:00:00.000Z');
const until = now.getTime() + 60_000;
const seal = 's'.repeat(43);
const bits = 12;
const challenge = challengeOf({ until, bits }, seal);
const hold = {
  festivalId: 'solbrume',
  key: 'key-of-the-call',
  secret: 'secret-of-the-basket',
  now,
  isSealed: (text: string, by: string) => by === seal && text === termsText('solbrume', { until, bits }),
};
const done = () => {
  const nonce = findNonce({ ...hold, challenge }, { bits, from: 0, count: 1_000_000 });
  return { challenge, nonce: nonce ?? '' };
};
/** The first that is not work for this hold. */
const undone = () => {
  let at = 0;
  while (isWorkDone({ ...hold, challenge }, at.toString(36), 1)) at += 1;
  return { challenge, nonce: at.toString(36) };
};

describe('zero bits', () => {
  it.each([
    [[0x80], 0],
    [[0x7f, 0], 1],
    [[0x01, 0xff], 7],
    [[0, 0xff], 8],
    [[0, 0x10], 11],
    [[0, 0], 16],
  ])('of %j are %i', (bytes, bits) => {
    expect(leadingZeroBits(Uint8Array.from(bytes))).toBe(bits);
  });

  it('are as many as its binary digits say', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
        const digits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
        expect(leadingZeroBits(bytes)).toBe(/^0*/.exec(digits)?.[0].length);
      }),
    );
  });
});

describe('work', () => {
  it('is what SHA-256 of its plain text says', () => {
    const { nonce } = done();
    const text = `${challenge} ${hold.key} ${hold.secret} ${nonce}`;
    expect(leadingZeroBits(sha256(utf8ToBytes(text)))).toBeGreaterThanOrEqual(bits);
  });

  it('that is found is done, however the tries are cut into pieces', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 1, max: 40 }), (key, secret, count) => {
        const work = { challenge, key, secret };
        let nonce: string | null = null;
        for (let from = 0; nonce === null; from += count) nonce = findNonce(work, { bits: 5, from, count });
        expect(isWorkDone(work, nonce, 5)).toBe(true);
        expect(nonce).toBe(findNonce(work, { bits: 5, from: 0, count: 1_000_000 }));
      }),
      { numRuns: 50 },
    );
  });

  it('asks for twice as many tries with each bit, about', () => {
    const tries = (bits: number) =>
      Array.from({ length: 200 }, (_, at) =>
        parseInt(findNonce({ challenge, key: `k${at}`, secret: '' }, { bits, from: 0, count: 100_000 }) ?? '', 36),
      ).reduce((sum, one) => sum + one, 0) / 200;
    expect(tries(7)).toBeGreaterThan(90);
    expect(tries(7)).toBeLessThan(180);
  });
});

describe('a hold’s work', () => {
  it.each([
    ['does', done(), {}, null],
    ['is missing', undefined, {}, 'missing'],
    ['has no call of its own', done(), { key: null }, 'without_key'],
    ['is another call’s', done(), { key: 'key-of-another' }, 'too_little'],
    ['is another basket’s', done(), { secret: 'secret-of-another' }, 'too_little'],
    ['is another festival’s', done(), { festivalId: 'zoutlicht' }, 'unknown_challenge'],
    ['is too old', done(), { now: new Date(until) }, 'expired'],
    ['is just young enough', done(), { now: new Date(until - 1) }, null],
    ['was not done', undone(), {}, 'too_little'],
    ['is over a challenge that nobody gave', { ...done(), challenge: `${challenge}x` }, {}, 'unknown_challenge'],
    [
      'asks less than was sealed',
      { ...done(), challenge: challengeOf({ until, bits: 0 }, seal) },
      {},
      'unknown_challenge',
    ],
    [
      'lasts longer than was sealed',
      { ...done(), challenge: challengeOf({ until: until + 9e9, bits }, seal) },
      {},
      'unknown_challenge',
    ],
    ['is nothing', { challenge: '', nonce: '0' }, {}, 'unknown_challenge'],
  ])('%s', (_, work, more, problem) => {
    expect(judgeWork(work, { ...hold, ...more })).toBe(problem);
  });
});

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: 0, max: 99 }), (seconds, bits) => {
      const terms = { until: seconds * 1000, bits };
      expect(readChallenge(challengeOf(terms, seal))).toEqual({ terms, seal });
    }),
  );
});
