/** Under which name the shop's address brings a promo code: of a link, or of a form that was sent before its script had come. */
export const codeField = 'code';

/** A code as it is sent: the shop's own letters, whatever was typed around them. */
export const readCode = (typed: string): string => typed.trim().slice(0, 40).toUpperCase();

/** The codes of a purchase with the one that an address brings, once; the newest is the last. At most five, as the API takes. */
export function withCodeOf(search: string, codes: readonly string[]): string[] {
  const code = readCode(new URLSearchParams(search).get(codeField) ?? '');
  if (code === '' || codes.includes(code)) return [...codes];
  return [...codes, code].slice(-5);
}
