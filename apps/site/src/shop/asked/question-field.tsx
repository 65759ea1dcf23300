'use client';

import type { AskedProblem } from '@festivals/domain/ticketing/asked/judge-asked';
import { countryCodes } from '@festivals/domain/ticketing/asked/country-codes';
import type { AnswerValue, BuyerQuestion } from '@festivals/domain/ticketing/asked/schemas';
import { localeOf, localised, type Language } from '@festivals/messages';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { Textarea } from '@festivals/ui/textarea';
import { useTranslations } from 'next-intl';
import { useMemo, type ComponentProps } from 'react';
import { ChoiceField } from './choice-field.tsx';

interface Props {
  question: BuyerQuestion;
  language: Language;
  fallbacks: readonly Language[];
  value: AnswerValue | undefined;
  fault: AskedProblem['code'] | undefined;
  onChange: (value: AnswerValue | undefined) => void;
}

/** How a keyboard on a phone and the browser's memory are told what is typed. */
const inputs: Partial<Record<BuyerQuestion['kind'], ComponentProps<'input'>>> = {
  TEXT: { maxLength: 200 },
  NUMBER: { inputMode: 'decimal', maxLength: 20 },
  DATE: { type: 'date', min: '1900-01-01', max: '2199-12-31' },
  PHONE: { type: 'tel', maxLength: 40 },
  EMAIL: { type: 'email', inputMode: 'email', maxLength: 254 },
};

/** One question with the control that its kind of answer wants, and beside it what is wrong. */
export function QuestionField({ question, language, fallbacks, value, fault, onChange }: Props) {
  const t = useTranslations('site.asked');
  const { kind, label, help, required } = question;
  const error = fault && t(`faults.${fault}`);
  const hint = localised(help, language, fallbacks) || undefined;
  const said = localised(label, language, fallbacks);
  const countries = useCountries(kind === 'COUNTRY', language);
  if (kind === 'YES_NO' || kind === 'ONE_OF' || kind === 'SEVERAL_OF')
    return <ChoiceField {...{ question, language, fallbacks, value, onChange, error, hint, said }} />;
  const text = typeof value === 'string' ? value : '';
  const set = ({ target }: { target: { value: string } }) => onChange(target.value === '' ? undefined : target.value);
  return (
    <Field label={said} hint={hint} error={error} required={required} {...(!required && { optional: t('optional') })}>
      {kind === 'LONG_TEXT' ? (
        <Textarea value={text} maxLength={2000} onChange={set} />
      ) : kind === 'COUNTRY' ? (
        <Select scale="lg" value={text} onChange={set}>
          <option value="">{t('choose')}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      ) : (
        <Input scale="lg" autoComplete="off" {...inputs[kind]} value={text} onChange={set} />
      )}
    </Field>
  );
}

function useCountries(wanted: boolean, language: Language): { code: string; name: string }[] {
  return useMemo(() => {
    if (!wanted) return [];
    const locale = localeOf(language);
    const names = new Intl.DisplayNames([locale], { type: 'region' });
    return countryCodes
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .toSorted((one, other) => one.name.localeCompare(other.name, locale));
  }, [wanted, language]);
}
