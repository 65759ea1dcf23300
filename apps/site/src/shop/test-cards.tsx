'use client';

import { testCards } from '@festivals/domain/payments/rules';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { spaced } from './card-number.ts';

/** The published test numbers, folded so that the way to the button stays short. Choosing one folds them again. */
export function TestCards({ onChoose }: { onChoose: (digits: string) => void }) {
  const t = useTranslations('site.pay');
  return (
    <details className="group rounded-xl border border-line">
      <summary className="flex min-h-12 list-none items-center justify-between gap-3 rounded-xl px-4 font-medium hover:bg-hover [&::-webkit-details-marker]:hidden">
        {t('test_numbers')}
        <ChevronDown aria-hidden="true" className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      <ul className="grid gap-1 border-t border-line p-2 sm:grid-cols-2">
        {Object.entries(testCards).map(([digits, method]) => (
          <li key={digits}>
            <button
              type="button"
              onClick={({ currentTarget }) => {
                currentTarget.closest('details')?.removeAttribute('open');
                onChoose(digits);
              }}
              className="w-full rounded-lg px-3 py-2.5 text-start hover:bg-hover"
            >
              <span className="tabular block font-mono">{spaced(digits)}</span>
              <span className="block text-sm text-ink-soft">{t('method', { method })}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
