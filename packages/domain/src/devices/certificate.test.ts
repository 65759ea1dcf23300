import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  certificateBytes,
  certificateMessage,
  type DeviceCertificate,
  encodeCertificate,
  isPublicKey,
  signedCertificate,
  verifyCertificate,
} from './certificate.ts';

const secret = new Uint8Array(32).fill(7);
const key = { number: 3, publicKey: ed25519.getPublicKey(secret) };
const now = new Date('2026-07-03T20:00:00Z');

const certificates = fc.record<DeviceCertificate>({
  keyNumber: fc.constant(key.number),
  deviceId: fc.uuid(),
  festivalId: fc.uuid(),
  publicKey: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  rights: fc.subarray(['scan'] as const),
  notAfter: fc.integer({ min: now.getTime() / 1000 + 1, max: 2 ** 32 - 1 }).map((seconds) => new Date(seconds * 1000)),
});

function signed(certificate: DeviceCertificate): Uint8Array {
  const body = encodeCertificate(certificate);
  return signedCertificate(body, ed25519.sign(certificateMessage(body), secret));
}

const example: DeviceCertificate = {
  keyNumber: key.number,
  deviceId: '0197d0a0-0000-7000-8000-00000000000a',
  festivalId: '0197d0a0-0000-7000-8000-00000000000b',
  publicKey: key.publicKey,
  rights: ['scan'],
  notAfter: new Date('2026-07-20T00:00:00Z'),
};

describe('a device certificate', () => {
  it('says when read what it said when written', () => {
    fc.assert(
      fc.property(certificates, (certificate) => {
        expect(verifyCertificate(signed(certificate), [key], now)).toEqual({ ok: true, certificate });
      }),
      { numRuns: 20 },
    );
  });

  it('is refused with any one bit flipped', () => {
    const bytes = signed(example);
    expect(bytes).toHaveLength(certificateBytes);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const flipped = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ (1 << bit) : byte));
        expect(verifyCertificate(flipped, [key], now).ok).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('has the same bytes whatever the order of its rights', () => {
    expect(encodeCertificate({ ...example, rights: ['scan', 'scan'] })).toEqual(encodeCertificate(example));
  });

  it('ends at its moment', () => {
    const bytes = signed(example);
    expect(verifyCertificate(bytes, [key], new Date(example.notAfter.getTime() - 1)).ok).toBe(true);
    expect(verifyCertificate(bytes, [key], example.notAfter)).toEqual({ ok: false, because: 'expired' });
  });

  it('is not known by a festival that has not that key, nor by another key of that number', () => {
    const other = { number: key.number, publicKey: ed25519.getPublicKey(new Uint8Array(32).fill(8)) };
    expect(verifyCertificate(signed(example), [], now)).toEqual({ ok: false, because: 'unknown_key' });
    expect(verifyCertificate(signed(example), [other], now)).toEqual({ ok: false, because: 'bad_signature' });
  });

  it('is malformed when cut, longer, or of another version', () => {
    const bytes = signed(example);
    const cases = [
      bytes.subarray(1),
      bytes.subarray(0, -1),
      Uint8Array.of(...bytes, 0),
      Uint8Array.of(2, ...bytes.subarray(1)),
    ];
    for (const one of cases) expect(verifyCertificate(one, [key], now)).toEqual({ ok: false, because: 'malformed' });
  });

  it('is not signed by a signature over its bare body, as a ticket would be', () => {
    const body = encodeCertificate(example);
    const bare = signedCertificate(body, ed25519.sign(body, secret));
    expect(verifyCertificate(bare, [key], now)).toEqual({ ok: false, because: 'bad_signature' });
  });
});

describe('a public key', () => {
  it('is a point that someone can have made', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (seed) => {
        expect(isPublicKey(ed25519.getPublicKey(seed))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['no point', new Uint8Array(32).fill(2)],
    ['too short', new Uint8Array(31)],
    ['the neutral element', Uint8Array.of(1, ...new Uint8Array(31))],
    ['of small order', new Uint8Array(32)],
    ['not canonical', new Uint8Array(32).fill(255)],
  ])('that is %s is refused', (_, bytes) => expect(isPublicKey(bytes)).toBe(false));
});
