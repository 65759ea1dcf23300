import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64Url } from '../bytes.ts';
import { checkTicketCode, ticketCode } from './ticket-code.ts';

const { secretKey, publicKey } = ed25519.keygen();
const keys = [{ number: 7, publicKey: toBase64Url(publicKey) }];
const sign = (message: Uint8Array) => ed25519.sign(message, secretKey);
const ticket = {
  keyNumber: 7,
  ticketId: '01931f2e-7b4a-7c3d-8e5f-0a1b2c3d4e5f',
  ticketTypeId: '01931f2e-7b4a-7c3d-8e5f-ffffffffffff',
};
const code = ticketCode(ticket, sign);

describe('a ticket code', () => {
  it('is read back as it was written, for any ids and key number', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.integer({ min: 1, max: 65_535 }), (ticketId, ticketTypeId, keyNumber) => {
        const written = ticketCode({ keyNumber, ticketId, ticketTypeId }, sign);
        const known = [{ number: keyNumber, publicKey: toBase64Url(publicKey) }];
        expect(checkTicketCode(written, known)).toEqual({ ok: true, keyNumber, ticketId, ticketTypeId });
      }),
      { numRuns: 20 },
    );
  });

  it('fits the alphanumeric mode of a version 7 QR with error correction M', () => {
    expect(code).toMatch(/^[A-Z0-9.]+$/);
    expect(code.length).toBeLessThanOrEqual(178);
  });

  it('is refused after any one letter was changed', () => {
    for (let at = 0; at < code.length; at += 1) {
      const letter = code[at] === 'A' ? 'B' : 'A';
      expect(checkTicketCode(code.slice(0, at) + letter + code.slice(at + 1), keys).ok).toBe(false);
    }
  });

  it('is foreign to a festival that never had its key, forged under the same number with another key', () => {
    expect(checkTicketCode(code, [])).toEqual({ ok: false, because: 'foreign' });
    const other = [{ number: 7, publicKey: toBase64Url(ed25519.keygen().publicKey) }];
    expect(checkTicketCode(code, other)).toEqual({ ok: false, because: 'forged' });
  });

  it('is not confused by a signature over the same bytes without its context', () => {
    const naked = ticketCode(ticket, (message) => sign(message.subarray('festivals/ticket\n'.length)));
    expect(checkTicketCode(naked, keys)).toEqual({ ok: false, because: 'forged' });
  });

  it.each(['', 'FT1.', 'FT1.AAAA', 'https://example.org', code.slice(0, -1), `${code}A`])('cannot read %j', (text) => {
    expect(checkTicketCode(text, keys)).toEqual({ ok: false, because: 'unreadable' });
  });

  it('survives what wedge scanners do: lower case and blanks around it', () => {
    expect(checkTicketCode(` ${code.toLowerCase()}\n`, keys).ok).toBe(true);
  });
});
