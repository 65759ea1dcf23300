import type { Festival } from '@festivals/domain/festival/contract';
import type { NewTicketType } from '@festivals/domain/ticketing/contract';
import { Disclosure } from '@festivals/domain/ticketing/schemas';
import { Select } from '@festivals/ui/select';
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { VatInput } from '../festival/vat-input.tsx';
import { ControlledField } from '../form/controlled-field.tsx';
import { CountField } from '../form/count-field.tsx';
import { FormField } from '../form/form-field.tsx';
import { LocalisedField } from '../form/localised-field.tsx';
import { MoneyInput } from '../form/money-input.tsx';
import { ToggleField } from '../form/toggle-field.tsx';
import { ZonedTimeInput } from '../form/zoned-time-input.tsx';
import { PriceParts } from './pricing/price-parts.tsx';

type OfForm = { form: UseFormReturn<z.input<typeof NewTicketType>, unknown, z.output<typeof NewTicketType>> };
type OfFestival = OfForm & { festival: Festival };

/** What the ticket is called, and what one gets for it. */
export function TypeWords({ form: { control }, festival: { languages } }: OfFestival) {
  const t = useTranslations('office.tickets');
  return (
    <>
      <div className="col-span-2">
        <LocalisedField control={control} name="name" label={t('name')} languages={languages} maxLength={80} required />
      </div>
      <div className="col-span-2">
        <LocalisedField
          control={control}
          name="description"
          label={t('description')}
          hint={t('descriptionHint')}
          languages={languages}
          lines={3}
          maxLength={500}
        />
      </div>
    </>
  );
}

/** What it costs: a price, its steps over time, its kinds; and whether the buyer may pay more. */
export function TypePrices({ form, festival }: OfFestival) {
  const t = useTranslations('office.tickets');
  const prices = useTranslations('office.prices');
  const { control } = form;
  const freshPart = () => ({ id: crypto.randomUUID(), name: {}, price: form.getValues('price') ?? 0 });
  return (
    <>
      <ControlledField control={control} name="price" label={t('price')} hint={t('priceHint')} required>
        {(wired) => <MoneyInput currency={festival.currency} {...wired} />}
      </ControlledField>
      <ControlledField control={control} name="vat" label={t('vat')} hint={t('vatHint')} required>
        {(wired) => <VatInput festival={festival} {...wired} />}
      </ControlledField>
      <div className="col-span-2">
        <Controller
          control={control}
          name="tiers"
          render={({ field, fieldState }) => (
            <PriceParts
              kind="tiers"
              festival={festival}
              parts={field.value ?? []}
              error={fieldState.error}
              fresh={() => ({ ...freshPart(), until: null, capacity: 100 })}
              onChange={field.onChange}
            />
          )}
        />
      </div>
      <div className="col-span-2">
        <Controller
          control={control}
          name="variations"
          render={({ field, fieldState }) => (
            <PriceParts
              kind="variations"
              festival={festival}
              parts={field.value ?? []}
              error={fieldState.error}
              fresh={() => ({ ...freshPart(), capacity: null })}
              onChange={field.onChange}
            />
          )}
        />
      </div>
      <ToggleField
        control={control}
        name="namesPrice"
        label={prices('namesPrice')}
        hint={prices('namesPriceHint')}
        className="col-span-2"
      />
    </>
  );
}

/** How many there are, and how many somebody may have. `sold` is the fewest that there can be. */
export function TypeCounts({ form: { control }, sold }: OfForm & { sold: number }) {
  const t = useTranslations('office.tickets');
  return (
    <>
      <CountField
        control={control}
        name="capacity"
        label={t('capacity')}
        hint={t('capacityHint')}
        min={sold}
        required
      />
      <CountField
        control={control}
        name="maxPerPerson"
        label={t('maxPerPerson')}
        hint={t('maxPerPersonHint')}
        min={1}
        max={100}
        optional
      />
      <CountField control={control} name="minPerOrder" label={t('minPerOrder')} min={1} max={50} required />
      <CountField control={control} name="maxPerOrder" label={t('maxPerOrder')} min={1} max={50} required />
    </>
  );
}

/** From when to when it is on sale, what is told of how many are left, and to whom it is shown. */
export function TypeSale({ form, festival: { zone } }: OfFestival) {
  const t = useTranslations('office.tickets');
  const { control } = form;
  const disclosure = useWatch({ control, name: 'disclosure' });
  return (
    <>
      {(['onSaleFrom', 'onSaleUntil'] as const).map((part) => (
        <ControlledField
          key={part}
          control={control}
          name={part}
          label={t(part)}
          hint={part === 'onSaleFrom' ? t('zoneHint', { zone: zone.replaceAll('_', ' ') }) : t('onSaleUntilHint')}
          optional
          className="col-span-2"
        >
          {({ value, onChange }) => <ZonedTimeInput zone={zone} value={value ?? null} onChange={onChange} />}
        </ControlledField>
      ))}
      <FormField label={t('disclosure')} hint={t('disclosureHint')} error={form.formState.errors.disclosure}>
        <Select {...form.register('disclosure')}>
          {Disclosure.options.map((one) => (
            <option key={one} value={one}>
              {t(`disclosures.${one}`)}
            </option>
          ))}
        </Select>
      </FormField>
      {disclosure === 'NONE' ? (
        <span aria-hidden="true" />
      ) : (
        <CountField
          control={control}
          name="fewLeftBelow"
          label={t('fewLeftBelow')}
          hint={t('fewLeftBelowHint')}
          min={1}
          max={10_000}
          required
        />
      )}
      <ToggleField control={control} name="hidden" label={t('hidden')} hint={t('hiddenHint')} className="col-span-2" />
    </>
  );
}
