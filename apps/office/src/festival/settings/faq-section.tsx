import { Faq } from '@festivals/domain/festival/details';
import { localised, type Language } from '@festivals/messages';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { useLanguage } from '../../i18n/language.ts';
import { useFestival } from '../queries.ts';
import { OrderedRows } from './ordered-rows.tsx';
import { SectionForm } from './section-form.tsx';
import { TextsField } from './texts-field.tsx';
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
  const rows = useFieldArray({ control, name: 'faq' });
  const asked = watch('faq');
  return (
    <OrderedRows
      rows={rows}
      labelOf={(at) => localised(asked[at]?.question ?? {}, language, languages) || t('number', { number: at + 1 })}
      most={60}
      empty={t('empty')}
      addLabel={t('add')}
      add={() => rows.append({ question: {}, answer: {} })}
    >
      {(at) => (
        <>
          <TextsField name={`faq.${at}.question`} label={t('question')} languages={languages} maxLength={200} />
          <TextsField
            name={`faq.${at}.answer`}
            label={t('answer')}
            languages={languages}
            lines={3}
            maxLength={3000}
            markup
          />
        </>
      )}
    </OrderedRows>
  );
}
