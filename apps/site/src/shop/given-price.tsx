'use client';

import { localeOf, type Language } from '@festivals/messages';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { useState } from 'react';

/** An amount of money that the buyer names, kept in minor units; what is no amount, or too little, is the least. */
export function GivenPrice({
  label,
  hint,
  currency,
  language,
  least,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  currency: string;
  language: Language;
  least: number;
  value: number;
  onChange: (minor: number) => void;
}) {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const written = (minor: number) =>
    new Intl.NumberFormat(localeOf(language), {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: false,
    }).format(minor / 10 ** digits);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={label} {...(hint ? { hint } : {})} className="basis-full">
      <span className="flex max-w-48 items-center gap-2">
        <Input
          scale="lg"
          inputMode="decimal"
          className="tabular"
          value={typed ?? (value === 0 ? '' : written(value))}
          onChange={({ target }) => {
            setTyped(target.value);
            const amount = Math.round(Number(target.value.replace(',', '.')) * 10 ** digits);
            onChange(Number.isFinite(amount) ? Math.min(Math.max(amount, least), 10_000_000) : least);
          }}
          onBlur={() => setTyped(null)}
        />
        <span aria-hidden="true">{currency}</span>
      </span>
    </Field>
  );
}
