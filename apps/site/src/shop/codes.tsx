'use client';

import type { Quote } from '@festivals/domain/ticketing/pricing/wishes-schema';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { codeField, readCode } from './code-in-address.ts';
import type { Problem } from './say-problem.ts';

interface Props {
  codes: readonly string[];
  quote: Quote | null;
  problem: Problem | null;
  money: (amount: number) => string;
  /** Whether nothing is chosen yet: then a code can open something, but its price is not known. */
  isEmpty: boolean;
  onCodes: (codes: string[]) => void;
}

/** Promo codes: typed, applied at once, and said what they do or why they do nothing. */
export function Codes({ codes, quote, problem, money, isEmpty, onCodes }: Props) {
  const t = useTranslations('site.shop');
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // What was typed while the page's script was on its way stands in the field, and nobody heard of it.
  useEffect(() => setTyped(field.current?.value ?? ''), []);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const code = readCode(typed);
    if (code === '') return;
    onCodes([...codes.filter((one) => one !== code), code]);
    setTyped('');
  };
  const refused = problem?.name.startsWith('CODE_') ? problem.message : '';
  return (
    <div className="mt-6 max-w-md space-y-3">
      <form onSubmit={apply}>
        <Field label={t('code')} error={refused}>
          <span className="flex gap-2">
            <Input
              ref={field}
              // Sent before the script has come, it comes back in the address.
              name={codeField}
              scale="lg"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={40}
              className="uppercase"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
            <Button type="submit" size="lg" className="rounded-button">
              {t('code_apply')}
            </Button>
          </span>
        </Field>
      </form>
      {codes.length > 0 && (
        <ul aria-live="polite" className="space-y-2">
          {codes.map((code) => {
            const off = quote?.codes.find((one) => one.code.toUpperCase() === code)?.amount ?? 0;
            return (
              <li key={code} className="flex items-center gap-3 rounded-button bg-sunken py-1 ps-4 pe-1">
                {quote && <Check aria-hidden="true" className="size-5 text-success-text" />}
                <span className="min-w-0 flex-1 truncate">
                  <strong>{code}</strong> {off > 0 && t('code_off', { amount: money(off) })}
                  {isEmpty && ` ${t('code_waits')}`}
                </span>
                <button
                  type="button"
                  aria-label={t('code_remove', { code })}
                  onClick={() => onCodes(codes.filter((one) => one !== code))}
                  className="grid size-11 place-items-center rounded-full hover:bg-hover"
                >
                  <X aria-hidden="true" className="size-5" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
