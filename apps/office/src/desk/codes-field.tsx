import type { Quote } from '@festivals/domain/ticketing/pricing/wishes-schema';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { IconButton } from '@festivals/ui/icon-button';
import { Input } from '@festivals/ui/input';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

interface Props {
  codes: readonly string[];
  quote: Quote | null;
  /** Why a code cannot be used. */
  refused: string | undefined;
  money: (amount: number) => string;
  onCodes: (codes: string[]) => void;
}

/** Promo codes as the customer shows them: each is applied at once, and says what it takes off. */
export function CodesField({ codes, quote, refused, money, onCodes }: Props) {
  const t = useTranslations('office.desk');
  const [typed, setTyped] = useState('');
  const apply = () => {
    const code = typed.trim().toUpperCase();
    if (code !== '') onCodes([...codes.filter((one) => one !== code), code]);
    setTyped('');
  };
  return (
    <div className="space-y-2">
      <Field label={t('code')} error={refused}>
        <span className="flex gap-2">
          <Input
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            className="uppercase"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || typed.trim() === '') return;
              // It applies the code; it does not go on to the money.
              event.preventDefault();
              event.stopPropagation();
              apply();
            }}
          />
          <Button onClick={apply} disabled={typed.trim() === ''}>
            {t('apply')}
          </Button>
        </span>
      </Field>
      {codes.length > 0 && (
        <ul aria-live="polite" className="space-y-1">
          {codes.map((code) => {
            const off = quote?.codes.find((one) => one.code.toUpperCase() === code)?.amount ?? 0;
            return (
              <li key={code} className="flex items-center gap-2 rounded-md bg-sunken py-0.5 ps-3 pe-1 text-ui">
                <span className="min-w-0 flex-1 truncate">
                  <strong className="text-ink">{code}</strong>{' '}
                  <span className="text-ink-soft">{off > 0 && t('takesOff', { amount: money(off) })}</span>
                </span>
                <IconButton
                  label={t('takeAway', { code })}
                  onClick={() => onCodes(codes.filter((one) => one !== code))}
                >
                  <X aria-hidden="true" />
                </IconButton>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
