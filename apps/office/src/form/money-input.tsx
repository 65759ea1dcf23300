import type { ComponentProps } from 'react';
import { useLocale } from 'use-intl';
import { DecimalInput } from './decimal-input.tsx';

type Props = Omit<ComponentProps<typeof DecimalInput>, 'digits' | 'unit'> & { currency: string };

/** A sum in a currency, kept in its minor units. */
export function MoneyInput({ currency, ...input }: Props) {
  const locale = useLocale();
  const sign = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;
  return <DecimalInput {...input} digits={2} {...(sign ? { unit: sign } : {})} />;
}
