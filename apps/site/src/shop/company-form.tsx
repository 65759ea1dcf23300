'use client';

import { unionStates } from '@festivals/domain/ticketing/pricing/union-states';
import type { Quote } from '@festivals/domain/ticketing/pricing/wishes-schema';
import type { Company as Bought } from '@festivals/domain/ticketing/pricing/chosen';
import { localeOf, type Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState, type FormEvent } from 'react';
import { OrderLines } from './order-lines.tsx';
import type { Problem } from './say-problem.ts';

export interface CompanyProps {
  company: Bought | null;
  quote: Quote | null;
  problem: Problem | null;
  isEmpty: boolean;
  language: Language;
  fallbacks: readonly Language[];
  onCompany: (company: Bought | null) => void;
}

const nobody = { country: '', vatNumber: '', name: '' };

/** Who buys for a company of another state pays without VAT: with its number, whose digits are proven, and the net price in sight. */
export function CompanyForm({ company, quote, problem, isEmpty, language, fallbacks, onCompany }: CompanyProps) {
  const t = useTranslations('site.company');
  const [typed, setTyped] = useState({ ...nobody, ...company });
  const states = useMemo(() => {
    const locale = localeOf(language);
    const names = new Intl.DisplayNames([locale], { type: 'region' });
    return unionStates
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .toSorted((one, other) => one.name.localeCompare(other.name, locale));
  }, [language]);
  // A purchase that is taken up again brings its company along.
  useEffect(() => {
    if (company) setTyped({ ...nobody, ...company });
  }, [company]);
  const wrong = problem?.name === 'VAT_NUMBER_INVALID' ? problem.message : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    onCompany({ country: typed.country, vatNumber: typed.vatNumber.trim(), name: typed.name.trim() });
  };
  return (
    <>
      <form onSubmit={send} className="mt-4 grid max-w-xl gap-4 sm:grid-cols-2 *:min-w-0">
        <Field label={t('name')} required className="sm:col-span-2">
          <Input
            scale="lg"
            required
            maxLength={120}
            autoComplete="organization"
            value={typed.name}
            onChange={({ target }) => setTyped({ ...typed, name: target.value })}
          />
        </Field>
        <Field label={t('country')} required>
          <Select
            scale="lg"
            required
            autoComplete="country"
            value={typed.country}
            onChange={({ target }) => setTyped({ ...typed, country: target.value })}
          >
            <option value="">{t('choose')}</option>
            {states.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('number')} error={wrong} required>
          <Input
            scale="lg"
            required
            maxLength={30}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={typed.vatNumber}
            onChange={({ target }) => setTyped({ ...typed, vatNumber: target.value })}
          />
        </Field>
        <div className="flex flex-wrap gap-3 sm:col-span-2">
          <Button type="submit" size="lg" className="rounded-button max-sm:w-full">
            {t('apply')}
          </Button>
          {company && (
            <Button
              tone="quiet"
              size="lg"
              className="rounded-button max-sm:w-full"
              onClick={() => {
                setTyped(nobody);
                onCompany(null);
              }}
            >
              {t('remove')}
            </Button>
          )}
        </div>
      </form>
      {company && !wrong && (
        <div aria-live="polite" className="mt-4">
          {isEmpty && <p className="text-ink-soft">{t('waits')}</p>}
          {!isEmpty && quote && !quote.reverseCharge && <p className="text-warning-text">{t('not_here')}</p>}
          {!isEmpty && quote?.reverseCharge && (
            <OrderLines
              lines={quote.lines}
              total={quote.total}
              currency={quote.currency}
              language={language}
              fallbacks={fallbacks}
              company={company}
            />
          )}
        </div>
      )}
    </>
  );
}
