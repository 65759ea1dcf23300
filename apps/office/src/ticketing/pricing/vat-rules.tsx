import { type PriceRules, VatRounding } from '@festivals/domain/ticketing/pricing/schemas';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Field } from '@festivals/ui/field';
import { Select } from '@festivals/ui/select';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { SwitchField } from '../../form/switch-field.tsx';

const flags = ['donations', 'pricesIncludeVat', 'reverseCharge'] as const;

/** Whether gifts are taken, and how VAT is reckoned. */
export function VatRules() {
  const t = useTranslations('office.prices');
  const { control, register } = useFormContext<PriceRules>();
  return (
    <Card>
      <CardHeader title={t('vatTitle')} description={t('vatLead')} />
      <CardBody className="space-y-4">
        {flags.map((flag) => (
          <Controller
            key={flag}
            control={control}
            name={flag}
            render={({ field }) => (
              <SwitchField label={t(flag)} hint={t(`${flag}Hint`)} on={field.value} onChange={field.onChange} />
            )}
          />
        ))}
        <Field label={t('rounding')} className="max-w-md">
          <Select {...register('rounding')}>
            {VatRounding.options.map((mode) => (
              <option key={mode} value={mode}>
                {t(`roundings.${mode}`)}
              </option>
            ))}
          </Select>
        </Field>
      </CardBody>
    </Card>
  );
}
