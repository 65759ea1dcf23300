import { Select } from '@festivals/ui/select';
import { NewTicketType } from '@festivals/domain/ticketing/contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { Disclosure, type TicketType } from '@festivals/domain/ticketing/schemas';
import { localised } from '@festivals/messages';
import { Controller, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { readinessQuery } from '../festival/queries.ts';
import { useOfferedRates, VatInput } from '../festival/vat-input.tsx';
import { ControlledField } from '../form/controlled-field.tsx';
import { CountField } from '../form/count-field.tsx';
import { FormField } from '../form/form-field.tsx';
import { LocalisedField } from '../form/localised-field.tsx';
import { MoneyInput } from '../form/money-input.tsx';
import { ToggleField } from '../form/toggle-field.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { ZonedTimeInput } from '../form/zoned-time-input.tsx';
import { useLanguage } from '../i18n/language.ts';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useRecordForm } from '../record/use-record-form.ts';
import { PriceParts } from './pricing/price-parts.tsx';
import { ticketTypesQuery } from './queries.ts';
import { valuesOf, withCapacity } from './ticket-type-values.ts';

type Props = {
  festival: Festival;
  edited: TicketType | undefined;
  nextOrder: number;
  /** The rate that a new type begins with, in basis points. */
  vat: number;
  onClose: () => void;
};

/** A new kind of ticket, or another look at one, beside the list. */
export function TicketTypeSheet(props: Omit<Props, 'vat'>) {
  const rates = useOfferedRates(props.festival);
  // A new type begins with the first of the rates: its form is made once they are known.
  return rates === undefined ? null : <TicketTypeForm {...props} vat={rates[0]?.rate ?? 2100} />;
}

function TicketTypeForm({ festival, edited, nextOrder, vat, onClose }: Props) {
  const t = useTranslations('office.tickets');
  const prices = useTranslations('office.prices');
  const language = useLanguage();
  const keyFor = useDeedKey();
  const { currency, languages, zone } = festival;
  const params = { festivalId: festival.id };
  const at = ({ id }: TicketType) => ({ ...params, ticketTypeId: id });
  const { form, kept } = useRecordForm({
    festival,
    kind: 'ticketType',
    schema: NewTicketType,
    record: edited,
    values: valuesOf({ edited, nextOrder, vat }),
  });
  const { control } = form;
  const disclosure = useWatch({ control, name: 'disclosure' });
  const freshPart = () => ({ id: crypto.randomUUID(), name: {}, price: form.getValues('price') ?? 0 });
  return (
    <RecordSheet
      festival={festival}
      title={edited === undefined ? t('create') : t('edit')}
      description={edited === undefined ? t('createLead') : t('editLead', { sold: edited.quota.sold })}
      form={form}
      kept={kept}
      recordId={edited?.id}
      past={{ valuesOf: withCapacity }}
      save={(body) =>
        edited === undefined
          ? api.ticketing.createTicketType({ params, body }, { idempotencyKey: keyFor(body) })
          : api.ticketing.updateTicketType({ params: at(edited), body: { version: kept.version, changes: body } })
      }
      removal={
        edited && {
          run: () => api.ticketing.deleteTicketType({ params: at(edited), query: { version: edited.version } }),
          restore: () => api.ticketing.restoreTicketType({ params: at(edited) }),
          words: { removed: t('removed', { name: localised(edited.name, language) }) },
        }
      }
      refresh={[ticketTypesQuery, readinessQuery].map((query) => query(festival.id).queryKey)}
      columns
      onClose={onClose}
    >
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
      <ControlledField control={control} name="price" label={t('price')} hint={t('priceHint')} required>
        {(wired) => <MoneyInput currency={currency} {...wired} />}
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
      <CountField
        control={control}
        name="capacity"
        label={t('capacity')}
        hint={t('capacityHint')}
        min={edited?.quota.sold ?? 0}
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
    </RecordSheet>
  );
}
