import { VatRates } from '@festivals/domain/festival/details';
import { Button } from '@festivals/ui/button';
import { Input } from '@festivals/ui/input';
import { Plus } from 'lucide-react';
import { Controller, useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { FormField } from '../../form/form-field.tsx';
import { useFestival } from '../queries.ts';
import { RowTools } from './row-tools.tsx';
import { SectionForm } from './section-form.tsx';
import { useDetails } from './use-save-details.ts';

const Form = z.object({ rates: VatRates });

/** The rates that tickets and products choose from, each with the day from which it holds. */
export function VatSection() {
  const t = useTranslations('office.settings');
  const { festival } = useFestival();
  const { content, version, save, refetch } = useDetails(festival, 'vat');
  return (
    <SectionForm
      festival={festival}
      name="vat"
      version={version}
      title={t('section.vat')}
      lead={t('vatLead')}
      schema={Form}
      saved={{ rates: content }}
      save={async ({ rates }, over) => ({ rates: await save(rates, over) })}
      onConflict={refetch}
    >
      <Rates />
    </SectionForm>
  );
}

function Rates() {
  const t = useTranslations('office.settings.vat');
  const { control, formState, register, watch } = useFormContext<z.input<typeof Form>>();
  const { fields, append, move, remove } = useFieldArray({ control, name: 'rates' });
  const rates = watch('rates');
  const errors = formState.errors.rates;
  return (
    <>
      {fields.length === 0 && <p className="text-ui text-ink-soft">{t('empty')}</p>}
      <ul className="space-y-3">
        {fields.map(({ id }, at) => {
          const label = rates[at]?.name || t('number', { number: at + 1 });
          return (
            <li
              key={id}
              className="grid grid-cols-2 items-start gap-3 rounded-lg border border-line p-3.5 sm:grid-cols-[minmax(0,1fr)_7rem_10rem_auto]"
            >
              <FormField label={t('name')} error={errors?.[at]?.name} className="max-sm:col-span-2">
                <Input maxLength={60} {...register(`rates.${at}.name`)} />
              </FormField>
              <FormField label={t('rate')} error={errors?.[at]?.rate}>
                <Controller
                  control={control}
                  name={`rates.${at}.rate`}
                  render={({ field }) => (
                    <DecimalInput
                      value={field.value}
                      onChange={field.onChange}
                      onBlur={field.onBlur}
                      digits={2}
                      unit="%"
                    />
                  )}
                />
              </FormField>
              <FormField label={t('from')} error={errors?.[at]?.from}>
                <Input
                  type="date"
                  {...register(`rates.${at}.from`, { setValueAs: (date: string | null) => (date ? date : null) })}
                />
              </FormField>
              <span className="max-sm:col-span-2 max-sm:justify-self-end sm:pt-6">
                <RowTools label={label} at={at} count={fields.length} move={move} remove={remove} />
              </span>
            </li>
          );
        })}
      </ul>
      {errors?.root?.message || errors?.message ? (
        <p role="alert" className="text-xs font-medium text-danger-text">
          {t('twice')}
        </p>
      ) : null}
      <Button
        className="justify-self-start"
        disabled={fields.length >= 30}
        // The rate is typed: no number stands for one that is still missing.
        onClick={() => append({ name: '', rate: Number.NaN, from: null })}
      >
        <Plus aria-hidden="true" />
        {t('add')}
      </Button>
    </>
  );
}
