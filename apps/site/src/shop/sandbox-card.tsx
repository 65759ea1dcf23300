'use client';

import { testCard } from '@festivals/domain/payments/rules';
import type { SandboxMethod } from '@festivals/domain/payments/schemas';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { FlaskConical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { spaced } from './card-number.ts';
import { TestCards } from './test-cards.tsx';

interface Props {
  amount: string;
  busy: boolean;
  onPay: (method: SandboxMethod) => void;
  /** What became of the last attempt; it stands where the thumb is. */
  children?: ReactNode;
}

/** A payment page that takes no money. A test number becomes a token here; no number ever leaves the page. */
export function SandboxCard({ amount, busy, onPay, children }: Props) {
  const t = useTranslations('site.pay');
  const input = useRef<HTMLInputElement>(null);
  const [number, setNumber] = useState('');
  const [refused, setRefused] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const method = testCard(number);
    setRefused(method === null);
    if (method === null) input.current?.focus();
    else onPay(method);
  };
  const write = (digits: string) => {
    setRefused(false);
    setNumber(spaced(digits));
  };
  const choose = (digits: string) => {
    write(digits);
    input.current?.focus();
  };
  return (
    <div className="overflow-hidden rounded-2xl border-2 border-dashed border-warning">
      <div className="bg-warning-soft px-5 py-4 text-warning-text">
        <p className="flex items-center gap-2 font-display text-lg font-extrabold tracking-wide">
          <FlaskConical aria-hidden="true" className="size-6 shrink-0" />
          SANDBOX
        </p>
        <p className="mt-1">{t('sandbox')}</p>
      </div>
      <form onSubmit={send} noValidate className="space-y-5 p-5">
        <Field label={t('number')} hint={t('number_hint')} error={refused ? t('refused') : undefined} required>
          <Input
            ref={input}
            scale="lg"
            inputMode="numeric"
            autoComplete="off"
            placeholder="4242 4242 4242 4242"
            value={number}
            onChange={({ target }) => write(target.value)}
            className="tabular max-w-sm font-mono text-lg tracking-wider max-sm:tracking-normal"
          />
        </Field>
        <TestCards onChoose={choose} />
        {children}
        <Button type="submit" tone="accent" size="xl" busy={busy} className="rounded-button max-sm:w-full">
          {t('pay', { amount })}
        </Button>
      </form>
    </div>
  );
}
