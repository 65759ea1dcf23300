import { ReasonSign, Reasons } from '@festivals/domain/festival/details';
import { localised, type Language } from '@festivals/messages';
import { reasonSigns } from '@festivals/ui/reason-signs';
import { Controller, useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { useLanguage } from '../../i18n/language.ts';
import { useFestival } from '../queries.ts';
import { OrderedRows } from './ordered-rows.tsx';
import { SectionForm } from './section-form.tsx';
import { TextsField } from './texts-field.tsx';
import { useDetails } from './use-save-details.ts';

const Form = z.object({ reasons: Reasons });

/** The reasons to come, in the order in which the first page gives them. */
export function ReasonsSection() {
  const t = useTranslations('office.settings');
  const { festival } = useFestival();
  const { content, version, save, refetch } = useDetails(festival, 'reasons');
  return (
    <SectionForm
      festival={festival}
      name="reasons"
      version={version}
      title={t('section.reasons')}
      lead={t('reasonsLead')}
      schema={Form}
      saved={{ reasons: content }}
      save={async ({ reasons }, over) => ({ reasons: await save(reasons, over) })}
      onConflict={refetch}
    >
      <Fields languages={festival.languages} />
    </SectionForm>
  );
}

function Fields({ languages }: { languages: readonly Language[] }) {
  const t = useTranslations('office.settings.reasons');
  const language = useLanguage();
  const { control, watch } = useFormContext<z.input<typeof Form>>();
  const rows = useFieldArray({ control, name: 'reasons' });
  const written = watch('reasons');
  return (
    <OrderedRows
      rows={rows}
      labelOf={(at) => localised(written[at]?.title ?? {}, language, languages) || t('number', { number: at + 1 })}
      most={8}
      empty={t('empty')}
      addLabel={t('add')}
      add={() => rows.append({ sign: 'MUSIC', title: {}, text: {} })}
    >
      {(at) => (
        <>
          <SignField at={at} />
          <TextsField name={`reasons.${at}.title`} label={t('title')} languages={languages} maxLength={80} />
          <TextsField name={`reasons.${at}.text`} label={t('text')} languages={languages} lines={2} maxLength={300} />
        </>
      )}
    </OrderedRows>
  );
}

/** The sign beside the reason: one of sixteen. */
function SignField({ at }: { at: number }) {
  const t = useTranslations('office.settings.reasons');
  const { control } = useFormContext<z.input<typeof Form>>();
  return (
    <Controller
      control={control}
      name={`reasons.${at}.sign`}
      render={({ field }) => (
        <fieldset>
          <legend className="text-ui font-medium text-ink">{t('sign')}</legend>
          <div className="mt-1.5 flex flex-wrap gap-1.5">
            {ReasonSign.options.map((sign) => {
              const Sign = reasonSigns[sign];
              return (
                <label
                  key={sign}
                  title={t(`signs.${sign}`)}
                  className="grid size-9 cursor-pointer place-items-center rounded-md border border-line text-ink-soft transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:size-11"
                >
                  <input
                    type="radio"
                    name={field.name}
                    className="sr-only"
                    checked={field.value === sign}
                    onChange={() => field.onChange(sign)}
                  />
                  <Sign aria-hidden="true" className="size-4" />
                  <span className="sr-only">{t(`signs.${sign}`)}</span>
                </label>
              );
            })}
          </div>
        </fieldset>
      )}
    />
  );
}
