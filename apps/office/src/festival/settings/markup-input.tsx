import type { Language } from '@festivals/messages';
import { Prose } from '@festivals/ui/prose';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LocalisedInput } from '../../form/localised-input.tsx';

type Texts = Partial<Record<Language, string | undefined>>;
type Props = {
  label: string;
  hint?: string;
  error?: string | undefined;
  languages: readonly Language[];
  value: Texts;
  onChange: (value: Texts) => void;
  lines: number;
  maxLength: number;
};

/** A text in the small markup, in the festival's languages, and how it will be read. */
export function MarkupInput({ languages, value, hint, ...props }: Props) {
  const t = useTranslations('office.settings.markup');
  const [shown, setShown] = useState(false);
  const written = languages.filter((language) => value[language]);
  return (
    <div className="space-y-2">
      <LocalisedInput languages={languages} value={value} hint={hint ? `${hint} ${t('hint')}` : t('hint')} {...props} />
      {written.length > 0 && (
        <button
          type="button"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
          className="cursor-pointer rounded-sm text-xs font-medium text-accent-text underline-offset-4 hover:underline pointer-coarse:py-2"
        >
          {shown ? t('hide') : t('show')}
        </button>
      )}
      {shown &&
        written.map((language) => (
          <div
            key={language}
            lang={language}
            className="rounded-lg border border-line bg-sunken p-4 text-ui text-ink-soft"
          >
            {written.length > 1 && (
              <p className="mb-2 text-2xs font-medium text-ink-faint uppercase" aria-hidden="true">
                {language}
              </p>
            )}
            <Prose text={value[language] ?? ''} />
          </div>
        ))}
    </div>
  );
}
