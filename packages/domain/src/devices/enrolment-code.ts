/**
 * The code that enrols a device: ten characters, written `7K3QF-0M9TX`, short enough to be typed where a camera fails.
 * Its alphabet is Crockford's base 32: no letter that is mistaken for a digit. The QR holds `FESTIVAL-ENROL:7K3QF-0M9TX`.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;
const prefix = 'FESTIVAL-ENROL:';

/** Minutes within which an offered code must be used. */
export const enrolmentMinutes = 15;

/** A code out of at least ten random bytes: five bits of each make a character, fifty bits in all. */
export function enrolmentCode(random: Uint8Array): string {
  const characters = Array.from(random.subarray(0, length), (byte) => alphabet.charAt(byte & 31)).join('');
  return `${characters.slice(0, 5)}-${characters.slice(5)}`;
}

/** What the QR of a code says. */
export const enrolmentQr = (code: string): string => prefix + code;

/** The code in what was scanned or typed, in its one spelling; null when there is none. */
export function readEnrolmentCode(text: string): string | null {
  const upper = text.trim().toUpperCase();
  const typed = upper.startsWith(prefix) ? upper.slice(prefix.length) : upper;
  const characters = typed.replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const isCode = characters.length === length && Array.from(characters).every((one) => alphabet.includes(one));
  return isCode ? `${characters.slice(0, 5)}-${characters.slice(5)}` : null;
}
