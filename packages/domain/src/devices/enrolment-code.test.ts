import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enrolmentCode, enrolmentQr, readEnrolmentCode } from './enrolment-code.ts';

const codes = fc.uint8Array({ minLength: 10, maxLength: 32 }).map(enrolmentCode);

describe('an enrolment code', () => {
  it('is read back from its QR, and however it is typed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const careless = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
        for (const text of [code, enrolmentQr(code), careless]) expect(readEnrolmentCode(text)).toBe(code);
      }),
    );
  });

  it.each(['', '7K3QF', '7K3QF-0M9T', '7K3QF-0M9TXX', '7K3QF-0M9T!', '7K3QF-0M9TU', 'FESTIVAL-ENROL:'])(
    'is not found in %j',
    (text) => expect(readEnrolmentCode(text)).toBeNull(),
  );

  it('has fifty bits: every byte turns its own character', () => {
    const zero = enrolmentCode(new Uint8Array(10));
    expect(zero).toBe('00000-00000');
    expect(enrolmentCode(new Uint8Array(10).fill(31))).toBe('ZZZZZ-ZZZZZ');
  });
});
