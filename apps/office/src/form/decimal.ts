/** The sign between units and their parts in `locale`. */
function decimalSign(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
}

/** An integer of `10^-digits` as people write it: `formatDecimal(8950, 2, 'de')` is `89,50`. */
export function formatDecimal(value: number, digits: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: value % 10 ** digits === 0 ? 0 : digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  }).format(value / 10 ** digits);
}

/**
 * What somebody typed, as an integer of `10^-digits`; null when it is not such a number. Takes the comma and the point as the decimal sign,
 * since people type both, and groups of thousands in the reader's own notation.
 */
export function parseDecimal(text: string, digits: number, locale: string): number | null {
  const other = decimalSign(locale) === ',' ? '.' : ',';
  let plain = text.replaceAll(/[\s\u00a0\u202f'’]/g, '');
  // "1.234,50" and "1,234" carry groups of three; "89.50" typed by a German does not.
  if (plain.includes(decimalSign(locale)) || new RegExp(`^\\d{1,3}(\\${other}\\d{3})+$`).test(plain))
    plain = plain.replaceAll(other, '');
  const match = /^(\d+)(?:[.,](\d*))?$/.exec(plain);
  if (match === null) return null;
  const [, units = '', parts = ''] = match;
  if (parts.length > digits && /[1-9]/.test(parts.slice(digits))) return null;
  return Number(units + parts.slice(0, digits).padEnd(digits, '0'));
}
