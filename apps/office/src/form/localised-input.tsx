import { languageNames, type Language } from '@festivals/messages';
import { classNames } from '@festivals/ui/class-names';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Textarea } from '@festivals/ui/textarea';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

type Texts = Partial<Record<Language, string | undefined>>;
type Props = {
  label: string;
  hint?: string;
  error?: string | undefined;
  languages: readonly Language[];
  value: Texts;
  onChange: (value: Texts) => void;
  lines?: number;
  maxLength: number;
  required?: boolean;
};

/** One text in the festival's languages: a tab each, with a mark on those that have their text. */
export function LocalisedInput({
  label,
  hint,
  error,
  languages,
  value,
  onChange,
  lines = 1,
  maxLength,
  required = false,
}: Props) {
  const t = useTranslations('office.form');
  const [chosen, setChosen] = useState<Language>(languages[0] ?? 'en');
  const language = languages.includes(chosen) ? chosen : (languages[0] ?? 'en');
  const Control = lines > 1 ? Textarea : Input;
  const tabs = languages.length > 1 && (
    <span role="group" aria-label={t('languagesOf', { label })} className="-mr-1 flex">
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === language}
          aria-label={`${one.toUpperCase()} ${value[one] ? languageNames[one] : t('missing', { language: languageNames[one] })}`}
          onClick={() => setChosen(one)}
          className="flex h-6 cursor-pointer items-center gap-1 rounded-sm px-1.5 text-2xs font-medium text-ink-faint uppercase hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent-text pointer-coarse:h-9 pointer-coarse:px-2"
        >
          {one}
          <span
            aria-hidden="true"
            className={classNames('size-1.5 rounded-full', value[one] ? 'bg-success' : 'border border-edge')}
          />
        </button>
      ))}
    </span>
  );
  const name = (
    <>
      {label}
      {languages.length > 1 && <span className="sr-only"> ({languageNames[language]})</span>}
    </>
  );
  return (
    <Field label={name} hint={hint} error={error} required={required} aside={tabs}>
      <Control
        lang={language}
        maxLength={maxLength}
        value={value[language] ?? ''}
        {...(lines > 1 ? { rows: lines } : {})}
        onChange={({ target }: { target: { value: string } }) => onChange({ ...value, [language]: target.value })}
      />
    </Field>
  );
}
