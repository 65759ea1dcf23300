import { Legal } from '@festivals/domain/festival/details';
import type { Language } from '@festivals/messages';
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
      <Fields languages={festival.languages} />
    </SectionForm>
  );
}

function Fields({ languages }: { languages: readonly Language[] }) {
  const t = useTranslations('office.settings.legal');
  const { control } = useFormContext<Legal>();
  return (['terms', 'privacy', 'refunds'] as const).map((text) => (
    <Controller
      key={text}
      control={control}
      name={text}
      render={({ field, fieldState }) => (
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
      )}
    />
  ));
}
