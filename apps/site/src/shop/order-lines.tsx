'use client';

import type { Basket } from '@festivals/domain/ticketing/schemas';
import { localeOf, localised, type Language } from '@festivals/messages';
import { formatMoney } from '@festivals/ui/format-money';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { About } from './also-in.tsx';

interface Props {
  lines: Basket['lines'];
  total: number;
  currency: string;
  language: Language;
  fallbacks: readonly Language[];
  /** The total in another currency, for orientation. */
  also?: { currency: string; amount: number } | null | undefined;
  /** The company that owes the VAT itself: then none is in the prices. */
  company?: { vatNumber: string; name?: string | undefined } | null | undefined;
  children?: ReactNode;
}

/** What is being bought, line by line, and what it comes to. */
export function OrderLines({ lines, total, currency, language, fallbacks, also, company, children }: Props) {
  const t = useTranslations('site.shop');
  const owes = useTranslations('site.company');
  return (
    <div className="flex flex-wrap items-end justify-between gap-4">
      <dl className="min-w-0 flex-1 basis-64 space-y-1">
        {lines.map((line) => (
          <div key={line.lineNo} className="flex justify-between gap-4">
            <dt>
              <span className="tabular">{line.quantity} ×</span>{' '}
              {line.kind === 'DONATION' ? t('gift') : localised(line.name, language, fallbacks)}
              {line.why.map(({ id, name, code, amount }) => (
                <span key={id} className="block text-sm text-ink-soft">
                  {t('less', {
                    name: code ?? (name === null ? '' : localised(name, language, fallbacks)),
                    amount: formatMoney(amount, currency, localeOf(language)),
                  })}
                </span>
              ))}
            </dt>
            <dd className="tabular">{formatMoney(line.unitPrice * line.quantity, currency, localeOf(language))}</dd>
          </div>
        ))}
        <div className="flex justify-between gap-4 border-t border-line pt-2 text-lg font-bold">
          <dt>{t('sum')}</dt>
          <dd className="tabular text-end">
            {formatMoney(total, currency, localeOf(language))}
            {also && <About {...also} language={language} />}
          </dd>
        </div>
        {also && <p className="text-sm text-ink-soft">{t('charged_in', { currency })}</p>}
      </dl>
      {company && (
        <p className="min-w-0 basis-full text-sm wrap-break-word text-ink-soft">
          <span className="block font-semibold text-ink">
            {owes('applies', { number: [company.name, company.vatNumber].filter(Boolean).join(', ') })}
          </span>
          {owes('mention')}
        </p>
      )}
      {children}
    </div>
  );
}
