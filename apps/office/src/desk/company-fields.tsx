import type { Company } from '@festivals/domain/ticketing/pricing/chosen';
import { unionStates } from '@festivals/domain/ticketing/pricing/union-states';
import type { Quote } from '@festivals/domain/ticketing/pricing/wishes-schema';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';

interface Props {
  company: Company | null;
  quote: Quote | null;
  /** Why its number is none. */
  refused: string | undefined;
  onCompany: (company: Company | null) => void;
}

/** A company of another state pays without VAT, as it does in the shop: with its number, whose digits are proven. */
export function CompanyFields({ company, quote, refused, onCompany }: Props) {
  const t = useTranslations('office.desk');
  const order = useTranslations('office.orderAsked');
  const locale = useLocale();
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  const [typed, setTyped] = useState({ name: '', country: '', vatNumber: '' });
  const [name, vatNumber] = [typed.name.trim(), typed.vatNumber.trim()];
  return (
    <details className="rounded-md border border-line px-3 py-2">
      <summary className="cursor-pointer text-ui font-medium text-ink pointer-coarse:py-2">
        {t('company.title')}
      </summary>
      <div className="space-y-3 pt-3 pb-1">
        <Field label={t('company.name')}>
          <Input
            maxLength={120}
            autoComplete="off"
            value={typed.name}
            onChange={({ target }) => setTyped({ ...typed, name: target.value })}
          />
        </Field>
        <Field label={t('company.country')}>
          <Select value={typed.country} onChange={({ target }) => setTyped({ ...typed, country: target.value })}>
            <option value="">{t('choose')}</option>
            {unionStates
              .map((code) => ({ code, name: names.of(code) ?? code }))
              .toSorted((one, other) => one.name.localeCompare(other.name, locale))
              .map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
          </Select>
        </Field>
        <Field label={t('company.number')} error={refused}>
          <Input
            maxLength={30}
            autoComplete="off"
            spellCheck={false}
            value={typed.vatNumber}
            onChange={({ target }) => setTyped({ ...typed, vatNumber: target.value })}
          />
        </Field>
        <Button
          disabled={name === '' || typed.country === '' || vatNumber === ''}
          onClick={() => onCompany({ name, country: typed.country, vatNumber })}
        >
          {t('company.apply')}
        </Button>{' '}
        {company && (
          <Button tone="quiet" onClick={() => onCompany(null)}>
            {t('company.remove')}
          </Button>
        )}
        {company && quote && (
          <p role="status" className="text-xs text-ink-soft">
            {quote.reverseCharge ? order('mention') : t('company.notHere')}
          </p>
        )}
      </div>
    </details>
  );
}
