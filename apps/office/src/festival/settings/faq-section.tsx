import { Faq } from '@festivals/domain/festival/details';
import { localised, type Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Plus } from 'lucide-react';
import { Controller, useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { LocalisedInput } from '../../form/localised-input.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { validationText } from '../../i18n/validation.ts';
import { useFestival } from '../queries.ts';
import { MarkupInput } from './markup-input.tsx';
import { RowTools } from './row-tools.tsx';
import { SectionForm } from './section-form.tsx';
import { useDetails } from './use-save-details.ts';

const Form = z.object({ faq: Faq });

/** Questions and answers, in the order in which they are read. */
export function FaqSection() {
  const t = useTranslations('office.settings');
  const { festival } = useFestival();
  const { content, version, save, refetch } = useDetails(festival, 'faq');
  return (
    <SectionForm
      festival={festival}
      name="faq"
      version={version}
      title={t('section.faq')}
      lead={t('faqLead')}
      schema={Form}
      saved={{ faq: content }}
      save={async ({ faq }, over) => ({ faq: await save(faq, over) })}
      onConflict={refetch}
    >
      <Questions languages={festival.languages} />
    </SectionForm>
  );
}

function Questions({ languages }: { languages: readonly Language[] }) {
  const t = useTranslations('office.settings.faq');
  const language = useLanguage();
  const { control, watch } = useFormContext<z.input<typeof Form>>();
  const { fields, append, move, remove } = useFieldArray({ control, name: 'faq' });
  const asked = watch('faq');
  return (
    <>
      {fields.length === 0 && <p className="text-ui text-ink-soft">{t('empty')}</p>}
      <ol className="space-y-3">
        {fields.map(({ id }, at) => {
          const label = localised(asked[at]?.question ?? {}, language, languages) || t('number', { number: at + 1 });
          return (
            <li key={id} className="space-y-3 rounded-lg border border-line p-3.5">
              <div className="flex items-center gap-2">
                <p className="min-w-0 flex-1 truncate text-ui font-medium text-ink">{label}</p>
                <RowTools label={label} at={at} count={fields.length} move={move} remove={remove} />
              </div>
              <Controller
                control={control}
                name={`faq.${at}.question`}
                render={({ field, fieldState }) => (
                  <LocalisedInput
                    label={t('question')}
                    error={validationText(fieldState.error?.message)}
                    languages={languages}
                    value={field.value}
                    onChange={field.onChange}
                    maxLength={200}
                  />
                )}
              />
              <Controller
                control={control}
                name={`faq.${at}.answer`}
                render={({ field, fieldState }) => (
                  <MarkupInput
                    label={t('answer')}
                    error={validationText(fieldState.error?.message)}
                    languages={languages}
                    value={field.value}
                    onChange={field.onChange}
                    lines={3}
                    maxLength={3000}
                  />
                )}
              />
            </li>
          );
        })}
      </ol>
      <Button
        className="justify-self-start"
        disabled={fields.length >= 60}
        onClick={() => append({ question: {}, answer: {} })}
      >
        <Plus aria-hidden="true" />
        {t('add')}
      </Button>
    </>
  );
}
