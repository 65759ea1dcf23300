import { classNames } from './class-names.ts';

/** An amount of minor units in the reader's notation: `formatMoney(129000, 'EUR', 'de')` is `1.290,00 €`. */
export function formatMoney(
  cents: number,
  currency: string,
  locale: string,
  options: { round?: boolean } = {},
): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    ...(options.round ? { maximumFractionDigits: 0 } : {}),
  });
  const digits =
    new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(cents / 10 ** digits);
}

/** An amount in tabular figures. */
export function Money({
  cents,
  currency,
  locale,
  round = false,
  className,
}: {
  cents: number;
  currency: string;
  locale: string;
  round?: boolean;
  className?: string;
}) {
  return (
    <span className={classNames('tabular whitespace-nowrap', className)}>
      {formatMoney(cents, currency, locale, { round })}
    </span>
  );
}
