import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { NewTicketType } from '@festivals/domain/ticketing/contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { Disclosure, type TicketType } from '@festivals/domain/ticketing/schemas';
import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm, useWatch, type DefaultValues } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import { z } from 'zod';
import { api } from '../api.ts';
import { readinessQuery } from '../festival/queries.ts';
import { useOfferedRates, VatInput } from '../festival/vat-input.tsx';
import { DecimalInput } from '../form/decimal-input.tsx';
import { FormField } from '../form/form-field.tsx';
import { LocalisedInput } from '../form/localised-input.tsx';
import { whole } from '../form/registered.ts';
import { SwitchField } from '../form/switch-field.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { ZonedTimeInput } from '../form/zoned-time-input.tsx';
import { validationText } from '../i18n/validation.ts';
import type { FieldValues } from '../record/merge.ts';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';
import { PriceParts } from './pricing/price-parts.tsx';
import { ticketTypesQuery } from './queries.ts';

type Values = z.output<typeof NewTicketType>;
type Props = {
  festival: Festival;
  edited: TicketType | undefined;
  nextOrder: number;
  /** The rate that a new type begins with, in basis points. */
  vat: number;
  onClose: () => void;
};

function valuesOf({
  edited,
  nextOrder,
  vat,
}: Pick<Props, 'edited' | 'nextOrder' | 'vat'>): DefaultValues<z.input<typeof NewTicketType>> {
  if (edited === undefined)
    return {
      name: {},
      description: {},
      vat,
      minPerOrder: 1,
      maxPerOrder: 10,
      maxPerPerson: null,
      hidden: false,
      disclosure: 'FEW',
      fewLeftBelow: 20,
      order: nextOrder,
      onSaleFrom: null,
      onSaleUntil: null,
      tiers: [],
      variations: [],
      namesPrice: false,
    };
  const { id: _id, version: _version, quota, ...values } = edited;
  return { ...values, capacity: quota.capacity };
}

/** How many there are is its quota's. */
const withCapacity = ({ quota, ...state }: FieldValues): FieldValues => {
  const { data } = Quota.safeParse(quota);
  return data === undefined ? state : { ...state, ...data };
};
const Quota = z.object({ capacity: z.int() });

/** A new kind of ticket, or another look at one, beside the list. */
export function TicketTypeSheet(props: Omit<Props, 'vat'>) {
  const rates = useOfferedRates(props.festival);
  // A new type begins with the first of the rates: its form is made once they are known.
  return rates === undefined ? null : <TicketTypeForm {...props} vat={rates[0]?.rate ?? 2100} />;
}

function TicketTypeForm({ festival, edited, nextOrder, vat, onClose }: Props) {
  const t = useTranslations('office.tickets');
  const prices = useTranslations('office.prices');
  const locale = useLocale();
  const keyFor = useDeedKey();
  const form = useForm<z.input<typeof NewTicketType>, unknown, Values>({
    resolver: zodResolver(NewTicketType),
    defaultValues: valuesOf({ edited, nextOrder, vat }),
  });
  const kept = useKeptForm({
    form,
    festivalId: festival.id,
    kind: 'ticketType',
    record: edited,
    values: valuesOf({ edited, nextOrder, vat }),
  });
  const { errors } = form.formState;
  const disclosure = useWatch({ control: form.control, name: 'disclosure' });
  const symbol = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: festival.currency,
    currencyDisplay: 'narrowSymbol',
  })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;
  const freshPart = () => ({ id: crypto.randomUUID(), name: {}, price: form.getValues('price') ?? 0 });
  const params = { festivalId: festival.id };
  const texts = { languages: festival.languages };
  return (
    <RecordSheet
      festival={festival}
      title={edited === undefined ? t('create') : t('edit')}
      description={edited === undefined ? t('createLead') : t('editLead', { sold: edited.quota.sold })}
      form={form}
      kept={kept}
      recordId={edited?.id}
      past={{ valuesOf: withCapacity }}
      save={(values: Values) =>
        edited === undefined
          ? api.ticketing.createTicketType({ params, body: values }, { idempotencyKey: keyFor(values) })
          : api.ticketing.updateTicketType({
              params: { ...params, ticketTypeId: edited.id },
              body: { version: kept.version, changes: values },
            })
      }
      refresh={[ticketTypesQuery, readinessQuery].map((query) => query(festival.id).queryKey)}
      columns
      onClose={onClose}
    >
      <div className="col-span-2">
        <Controller
          control={form.control}
          name="name"
          render={({ field, fieldState }) => (
            <LocalisedInput
              {...texts}
              label={t('name')}
              error={validationText(fieldState.error?.message)}
              value={field.value}
              onChange={field.onChange}
              maxLength={80}
              required
            />
          )}
        />
      </div>
      <div className="col-span-2">
        <Controller
          control={form.control}
          name="description"
          render={({ field, fieldState }) => (
            <LocalisedInput
              {...texts}
              label={t('description')}
              hint={t('descriptionHint')}
              error={validationText(fieldState.error?.message)}
              value={field.value ?? {}}
              onChange={field.onChange}
              lines={3}
              maxLength={500}
            />
          )}
        />
      </div>
      <FormField label={t('price')} hint={t('priceHint')} error={errors.price} required>
        <Controller
          control={form.control}
          name="price"
          render={({ field }) => (
            <DecimalInput
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              digits={2}
              {...(symbol ? { unit: symbol } : {})}
            />
          )}
        />
      </FormField>
      <FormField label={t('vat')} hint={t('vatHint')} error={errors.vat} required>
        <Controller
          control={form.control}
          name="vat"
          render={({ field }) => (
            <VatInput festival={festival} value={field.value} onChange={field.onChange} onBlur={field.onBlur} />
          )}
        />
      </FormField>
      <div className="col-span-2">
        <Controller
          control={form.control}
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
          control={form.control}
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
      <Controller
        control={form.control}
        name="namesPrice"
        render={({ field }) => (
          <SwitchField
            label={prices('namesPrice')}
            hint={prices('namesPriceHint')}
            on={field.value ?? false}
            onChange={field.onChange}
            className="col-span-2"
          />
        )}
      />
      <FormField label={t('capacity')} hint={t('capacityHint')} error={errors.capacity} required>
        <Input
          type="number"
          min={edited?.quota.sold ?? 0}
          className="tabular"
          {...form.register('capacity', whole(undefined))}
        />
      </FormField>
      <FormField label={t('maxPerPerson')} hint={t('maxPerPersonHint')} error={errors.maxPerPerson} optional>
        <Input type="number" min={1} max={100} className="tabular" {...form.register('maxPerPerson', whole(null))} />
      </FormField>
      <FormField label={t('minPerOrder')} error={errors.minPerOrder} required>
        <Input type="number" min={1} max={50} className="tabular" {...form.register('minPerOrder', whole(undefined))} />
      </FormField>
      <FormField label={t('maxPerOrder')} error={errors.maxPerOrder} required>
        <Input type="number" min={1} max={50} className="tabular" {...form.register('maxPerOrder', whole(undefined))} />
      </FormField>
      {(['onSaleFrom', 'onSaleUntil'] as const).map((part) => (
        <FormField
          key={part}
          label={t(part)}
          hint={
            part === 'onSaleFrom' ? t('zoneHint', { zone: festival.zone.replaceAll('_', ' ') }) : t('onSaleUntilHint')
          }
          error={errors[part]}
          optional
          className="col-span-2"
        >
          <Controller
            control={form.control}
            name={part}
            render={({ field }) => (
              <ZonedTimeInput zone={festival.zone} value={field.value ?? null} onChange={field.onChange} />
            )}
          />
        </FormField>
      ))}
      <FormField label={t('disclosure')} hint={t('disclosureHint')} error={errors.disclosure}>
        <Select {...form.register('disclosure')}>
          {Disclosure.options.map((disclosure) => (
            <option key={disclosure} value={disclosure}>
              {t(`disclosures.${disclosure}`)}
            </option>
          ))}
        </Select>
      </FormField>
      {disclosure === 'NONE' ? (
        <span aria-hidden="true" />
      ) : (
        <FormField label={t('fewLeftBelow')} hint={t('fewLeftBelowHint')} error={errors.fewLeftBelow} required>
          <Input
            type="number"
            min={1}
            max={10_000}
            className="tabular"
            {...form.register('fewLeftBelow', whole(undefined))}
          />
        </FormField>
      )}
      <Controller
        control={form.control}
        name="hidden"
        render={({ field }) => (
          <SwitchField
            label={t('hidden')}
            hint={t('hiddenHint')}
            on={field.value ?? false}
            onChange={field.onChange}
            className="col-span-2"
          />
        )}
      />
    </RecordSheet>
  );
}
