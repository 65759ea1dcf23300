import { classNames } from './class-names.ts';
import { formatMoney } from './format-money.ts';

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
