import { classNames } from '@festivals/ui/class-names';
import { Input } from '@festivals/ui/input';
import { useState } from 'react';
import { useLocale } from 'use-intl';
import { formatDecimal, parseDecimal } from './decimal.ts';

type Props = {
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  onBlur?: () => void;
  digits: number;
  unit?: string;
  className?: string;
};

/** A number with decimals, kept as an integer: cents, basis points. What was typed stays until the field is left. */
export function DecimalInput({ value, onChange, onBlur, digits, unit, className }: Props) {
  const locale = useLocale();
  const shown = value === undefined || Number.isNaN(value) ? '' : formatDecimal(value, digits, locale);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <span className={classNames('relative flex', className)}>
      <Input
        inputMode="decimal"
        autoComplete="off"
        className={classNames('tabular', unit && 'pr-9')}
        value={typed ?? shown}
        onChange={({ target }) => {
          setTyped(target.value);
          // What is no number is kept as NaN, which the contract refuses with a message of its own.
          onChange(target.value.trim() === '' ? undefined : (parseDecimal(target.value, digits, locale) ?? Number.NaN));
        }}
        onBlur={() => {
          if (value === undefined || !Number.isNaN(value)) setTyped(null);
          onBlur?.();
        }}
      />
      {unit && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 right-2.5 grid place-items-center text-ui text-ink-faint"
        >
          {unit}
        </span>
      )}
    </span>
  );
}
