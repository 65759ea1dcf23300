import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isScanFactSigned,
  noPrevious,
  readScanFact,
  scanFactBytes,
  scanFactHash,
  signScanFact,
  type ScanFact,
} from './scan-fact.ts';

const { secretKey, publicKey } = ed25519.keygen();
const clock = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const anyFact: fc.Arbitrary<ScanFact> = fc.record({
  deviceId: fc.uuid(),
  epoch: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  sequence: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  previous: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  id: fc.uuid(),
  ticketId: fc.uuid(),
  decision: fc.constantFrom('admitted', 'refused'),
  wallClock: clock,
  monotonicClock: clock,
  serverTime: clock,
});

describe('a scan fact', () => {
  it('is read back as it was written, and is always the same bytes', () => {
    fc.assert(
      fc.property(anyFact, (fact) => {
        const bytes = signScanFact(fact, secretKey);
        expect(bytes).toEqual(signScanFact(fact, secretKey));
        expect(readScanFact(bytes)).toEqual(fact);
        expect(isScanFactSigned(bytes, publicKey)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('does not hold after any one byte was changed', () => {
    const [fact] = fc.sample(anyFact, { numRuns: 1, seed: 1 });
    const bytes = signScanFact(fact ?? expect.fail(), secretKey);
    for (let at = 0; at < scanFactBytes; at += 7) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(isScanFactSigned(changed, publicKey)).toBe(false);
    }
  });

  it('names the one before by its hash', () => {
    expect(scanFactHash(new Uint8Array(scanFactBytes))).toHaveLength(32);
    expect(noPrevious()).toEqual(new Uint8Array(32));
  });

  it('is not read from anything else', () => {
    expect(readScanFact(new Uint8Array())).toBeNull();
    expect(readScanFact(new Uint8Array(scanFactBytes))).toBeNull();
  });
});
