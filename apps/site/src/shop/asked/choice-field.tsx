'use client';

import type { AnswerValue, BuyerQuestion } from '@festivals/domain/ticketing/asked/schemas';
import { localised, type Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { useId } from 'react';

interface Props {
  question: BuyerQuestion;
  language: Language;
  fallbacks: readonly Language[];
  value: AnswerValue | undefined;
  onChange: (value: AnswerValue | undefined) => void;
  error: string | undefined;
  hint: string | undefined;
  said: string;
}

/** A choice among what is in sight: yes or no, one of several, several of them. */
export function ChoiceField({ question, language, fallbacks, value, onChange, error, hint, said }: Props) {
  const t = useTranslations('site.asked');
  const id = useId();
  const { kind, options, required } = question;
  const several = kind === 'SEVERAL_OF';
  const chosen = Array.isArray(value) ? value : [];
  const choices =
    kind === 'YES_NO'
      ? [
          { key: 'yes', name: t('yes'), on: value === true, to: true },
          { key: 'no', name: t('no'), on: value === false, to: false },
        ]
      : options.map((option) => ({
          key: option.id,
          name: localised(option.name, language, fallbacks),
          on: several ? chosen.includes(option.id) : value === option.id,
          to: option.id,
        }));
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const toggle = (key: string, on: boolean) => {
    const next = on ? [...chosen, key] : chosen.filter((one) => one !== key);
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <fieldset
      aria-describedby={describedBy || undefined}
      {...(!several && { role: 'radiogroup', 'aria-required': required, 'aria-invalid': error !== undefined })}
      className="min-w-0"
    >
      <legend className="text-ui font-medium text-ink">
        {said}
        {!required && <span className="ms-1.5 font-normal text-ink-faint">{t('optional')}</span>}
      </legend>
      <div className={`mt-2 flex flex-wrap gap-2 ${several || choices.length > 3 ? 'flex-col' : ''}`}>
        {choices.map(({ key, name, on, to }) => (
          <label
            key={key}
            className={`flex min-h-11 cursor-pointer items-center gap-3 rounded-xl border px-4 py-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${on ? 'border-accent bg-accent-soft text-accent-text' : error ? 'border-danger' : 'border-edge hover:bg-hover'}`}
          >
            <input
              type={several ? 'checkbox' : 'radio'}
              name={id}
              checked={on}
              aria-invalid={error !== undefined || undefined}
              onChange={({ target }) => (several ? toggle(key, target.checked) : onChange(to))}
              className="size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0 wrap-break-word">{name}</span>
          </label>
        ))}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1.5 text-xs text-ink-faint">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 text-xs font-medium text-danger-text">
          {error}
        </p>
      )}
    </fieldset>
  );
}
