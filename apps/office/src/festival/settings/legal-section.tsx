import { Legal } from '@festivals/domain/festival/details';
import type { Festival } from '@festivals/domain/festival/contract';
import { standardText } from '@festivals/domain/festival/legal/standard-text';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { validationText } from '../../i18n/validation.ts';
import { useFestival } from '../queries.ts';
import { MarkupInput } from './markup-input.tsx';
import { SectionForm } from './section-form.tsx';
import { useDetails } from './use-save-details.ts';

/** What the buyer agrees to, what happens to their data, and when they get their money back. */
export function LegalSection() {
  const t = useTranslations('office.settings');
  const { festival } = useFestival();
  const { content, version, save, refetch } = useDetails(festival, 'legal');
  return (
    <SectionForm
      festival={festival}
      name="legal"
      version={version}
      title={t('section.legal')}
      lead={t('legalLead')}
      schema={Legal}
      saved={content}
      save={save}
      onConflict={refetch}
    >
      <Fields festival={festival} />
    </SectionForm>
  );
}

function Fields({ festival }: { festival: Festival }) {
  const t = useTranslations('office.settings.legal');
  const { control } = useFormContext<Legal>();
  const { content: contact } = useDetails(festival, 'contact');
  const { languages } = festival;
  /** The standard text in each of the festival's languages that it is written in. */
  const standard = (text: keyof Legal) =>
    Object.fromEntries(
      (['en', 'fr'] as const)
        .filter((language) => languages.includes(language))
        .flatMap((language) => {
          const found = standardText(text, language, { festival: festival.name, contact });
          return found === null ? [] : [[language, found.text]];
        }),
    );
  return (['terms', 'privacy', 'refunds', 'cookies'] as const).map((text) => (
    <Controller
      key={text}
      control={control}
      name={text}
      render={({ field, fieldState }) => (
        <div className="space-y-2">
          <MarkupInput
            label={t(text)}
            hint={t(`${text}Hint`)}
            error={validationText(fieldState.error?.message)}
            languages={languages}
            value={field.value}
            onChange={field.onChange}
            lines={8}
            maxLength={20_000}
          />
          {Object.values(field.value).every((written) => !written) && Object.keys(standard(text)).length > 0 && (
            <p className="text-xs text-ink-soft">
              {t('standard')}{' '}
              <button
                type="button"
                onClick={() => field.onChange(standard(text))}
                className="cursor-pointer rounded-sm font-medium text-accent-text underline-offset-4 hover:underline pointer-coarse:py-2"
              >
                {t('begin', { text: t(text) })}
              </button>
            </p>
          )}
        </div>
      )}
    />
  ));
}
