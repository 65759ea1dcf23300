/** Making a format costs a hundred times what using it does, and a page of prices is full of them. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, locale: string, round: boolean): Intl.NumberFormat {
  const key = `${locale} ${currency} ${round}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    ...(round ? { maximumFractionDigits: 0 } : {}),
  });
  formats.set(key, made);
  return made;
}

/** An amount of minor units in the reader's notation: `formatMoney(129000, 'EUR', 'de')` is `1.290,00 €`. */
export function formatMoney(
  cents: number,
  currency: string,
  locale: string,
  { round = false }: { round?: boolean } = {},
): string {
  const digits = formatOf(currency, locale, false).resolvedOptions().maximumFractionDigits ?? 2;
  return formatOf(currency, locale, round).format(cents / 10 ** digits);
}
