'use client';

import { testCard, testCards } from '@festivals/domain/payments/rules';
import type { SandboxMethod } from '@festivals/domain/payments/schemas';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { FlaskConical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';

const spaced = (digits: string) =>
  digits
    .replace(/\D/g, '')
    .slice(0, 19)
    .replace(/(.{4})(?=.)/g, '$1 ');

/** A payment page that takes no money. A test number becomes a token here; no number ever leaves the page. */
export function SandboxCard({
  amount,
  busy,
  onPay,
}: {
  amount: string;
  busy: boolean;
  onPay: (method: SandboxMethod) => void;
}) {
  const t = useTranslations('site.pay');
  const [number, setNumber] = useState('');
  const [refused, setRefused] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const method = testCard(number);
    setRefused(method === null);
    if (method !== null) onPay(method);
  };
  const write = (digits: string) => {
    setRefused(false);
    setNumber(spaced(digits));
  };
  return (
    <div className="overflow-hidden rounded-2xl border-2 border-dashed border-warning">
      <div className="flex gap-3 bg-warning-soft px-5 py-4 text-warning-text">
        <FlaskConical aria-hidden="true" className="mt-0.5 size-6 shrink-0" />
        <div>
          <p className="font-display text-lg font-extrabold tracking-wide">SANDBOX</p>
          <p>{t('sandbox')}</p>
        </div>
      </div>
      <form onSubmit={send} noValidate className="space-y-5 p-5">
        <Field label={t('number')} hint={t('number_hint')} error={refused ? t('refused') : undefined} required>
          <Input
            scale="lg"
            inputMode="numeric"
            autoComplete="off"
            placeholder="4242 4242 4242 4242"
            value={number}
            onChange={({ target }) => write(target.value)}
            className="tabular max-w-sm font-mono text-lg tracking-wider"
          />
        </Field>
        <fieldset>
          <legend className="text-ui font-medium">{t('test_numbers')}</legend>
          <ul className="mt-2 grid gap-2 sm:grid-cols-2">
            {Object.entries(testCards).map(([digits, method]) => (
              <li key={digits}>
                <button
                  type="button"
                  onClick={() => write(digits)}
                  className="w-full rounded-xl border border-line px-4 py-2.5 text-left hover:bg-hover"
                >
                  <span className="tabular block font-mono">{spaced(digits)}</span>
                  <span className="block text-sm text-ink-soft">{t('method', { method })}</span>
                </button>
              </li>
            ))}
          </ul>
        </fieldset>
        <Button type="submit" tone="accent" size="xl" busy={busy} className="rounded-full max-sm:w-full">
          {t('pay', { amount })}
        </Button>
      </form>
    </div>
  );
}
