import { ReasonSign, Reasons } from '@festivals/domain/festival/details';
import { localised, type Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { reasonSigns } from '@festivals/ui/reason-signs';
import { Plus } from 'lucide-react';
import { Controller, useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { LocalisedInput } from '../../form/localised-input.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { validationText } from '../../i18n/validation.ts';
import { useFestival } from '../queries.ts';
import { RowTools } from './row-tools.tsx';
import { SectionForm } from './section-form.tsx';
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
  const { fields, append, move, remove } = useFieldArray({ control, name: 'reasons' });
  const written = watch('reasons');
  return (
    <>
      {fields.length === 0 && <p className="text-ui text-ink-soft">{t('empty')}</p>}
      <ol className="space-y-3">
        {fields.map(({ id }, at) => {
          const label = localised(written[at]?.title ?? {}, language, languages) || t('number', { number: at + 1 });
          return (
            <li key={id} className="space-y-3 rounded-lg border border-line p-3.5">
              <div className="flex items-center gap-2">
                <p className="min-w-0 flex-1 truncate text-ui font-medium text-ink">{label}</p>
                <RowTools label={label} at={at} count={fields.length} move={move} remove={remove} />
              </div>
              <SignField at={at} />
              <Controller
                control={control}
                name={`reasons.${at}.title`}
                render={({ field, fieldState }) => (
                  <LocalisedInput
                    label={t('title')}
                    error={validationText(fieldState.error?.message)}
                    languages={languages}
                    value={field.value}
                    onChange={field.onChange}
                    maxLength={80}
                  />
                )}
              />
              <Controller
                control={control}
                name={`reasons.${at}.text`}
                render={({ field, fieldState }) => (
                  <LocalisedInput
                    label={t('text')}
                    error={validationText(fieldState.error?.message)}
                    languages={languages}
                    value={field.value}
                    onChange={field.onChange}
                    lines={2}
                    maxLength={300}
                  />
                )}
              />
            </li>
          );
        })}
      </ol>
      <Button
        className="justify-self-start"
        disabled={fields.length >= 8}
        onClick={() => append({ sign: 'MUSIC', title: {}, text: {} })}
      >
        <Plus aria-hidden="true" />
        {t('add')}
      </Button>
    </>
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
