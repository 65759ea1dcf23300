import type { Festival } from '@festivals/domain/festival/contract';
import { NewTicketOption, OptionKind, type TicketOption } from '@festivals/domain/ticketing/inventory-contract';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { Select } from '@festivals/ui/select';
import { type DefaultValues, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { useOfferedRates, VatInput } from '../festival/vat-input.tsx';
import { ControlledField } from '../form/controlled-field.tsx';
import { CountField } from '../form/count-field.tsx';
import { FormField } from '../form/form-field.tsx';
import { LocalisedField } from '../form/localised-field.tsx';
import { MoneyInput } from '../form/money-input.tsx';
import { ToggleField } from '../form/toggle-field.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useRecordForm } from '../record/use-record-form.ts';
import { ticketOptionsQuery } from './queries.ts';
import { TypesField } from './types-field.tsx';

type Props = {
  festival: Festival;
  edited: TicketOption | undefined;
  types: readonly TicketType[];
  nextOrder: number;
  /** The rate that a new option begins with, in basis points. */
  vat: number;
  onClose: () => void;
};

function valuesOf({
  edited,
  nextOrder,
  vat,
}: Pick<Props, 'edited' | 'nextOrder' | 'vat'>): DefaultValues<z.input<typeof NewTicketOption>> {
  if (edited === undefined)
    return {
      kind: 'CAMPING',
      name: {},
      description: {},
      vat,
      capacity: null,
      needsTicket: true,
      most: 1,
      maxPerPerson: null,
      ticketTypeIds: [],
      order: nextOrder,
    };
  const { id: _id, version: _version, ...values } = edited;
  return values;
}

/** An option that goes with a ticket. */
export function OptionSheet(props: Omit<Props, 'vat'>) {
  const rates = useOfferedRates(props.festival);
  // A new option begins with the first of the rates: its form is made once they are known.
  return rates === undefined ? null : <OptionForm {...props} vat={rates[0]?.rate ?? 600} />;
}

function OptionForm({ festival, edited, types, nextOrder, vat, onClose }: Props) {
  const t = useTranslations('office.option');
  const tickets = useTranslations('office.tickets');
  const keyFor = useDeedKey();
  const { currency, languages } = festival;
  const params = { festivalId: festival.id };
  const at = ({ id }: TicketOption) => ({ ...params, optionId: id });
  const { form, kept } = useRecordForm({
    festival,
    kind: 'ticketOption',
    schema: NewTicketOption,
    record: edited,
    values: valuesOf({ edited, nextOrder, vat }),
  });
  const { control } = form;
  const needsTicket = useWatch({ control, name: 'needsTicket' });
  return (
    <RecordSheet
      festival={festival}
      title={edited === undefined ? t('create') : t('edit')}
      description={t('sheetLead')}
      form={form}
      kept={kept}
      recordId={edited?.id}
      save={(body) =>
        edited === undefined
          ? api.ticketing.createTicketOption({ params, body }, { idempotencyKey: keyFor(body) })
          : api.ticketing.updateTicketOption({ params: at(edited), body: { version: kept.version, changes: body } })
      }
      removal={
        edited && {
          run: () => api.ticketing.deleteTicketOption({ params: at(edited), query: { version: edited.version } }),
          restore: () => api.ticketing.restoreTicketOption({ params: at(edited) }),
        }
      }
      refresh={[ticketOptionsQuery(festival.id).queryKey]}
      columns
      onClose={onClose}
    >
      <FormField label={t('kindLabel')} error={form.formState.errors.kind} className="col-span-2" required>
        <Select {...form.register('kind')}>
          {OptionKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </Select>
      </FormField>
      <div className="col-span-2">
        <LocalisedField
          control={control}
          name="name"
          label={tickets('name')}
          languages={languages}
          maxLength={80}
          required
        />
      </div>
      <div className="col-span-2">
        <LocalisedField
          control={control}
          name="description"
          label={tickets('description')}
          languages={languages}
          lines={3}
          maxLength={500}
        />
      </div>
      <ControlledField control={control} name="price" label={tickets('price')} hint={tickets('priceHint')} required>
        {(wired) => <MoneyInput currency={currency} {...wired} />}
      </ControlledField>
      <ControlledField control={control} name="vat" label={tickets('vat')} hint={tickets('vatHint')} required>
        {(wired) => <VatInput festival={festival} {...wired} />}
      </ControlledField>
      <CountField
        control={control}
        name="capacity"
        label={tickets('capacity')}
        hint={t('capacityHint')}
        min={0}
        optional
      />
      <CountField
        control={control}
        name="most"
        label={needsTicket ? t('mostPerTicket') : t('mostPerOrder')}
        min={1}
        max={20}
        required
      />
      <CountField
        control={control}
        name="maxPerPerson"
        label={tickets('maxPerPerson')}
        hint={tickets('maxPerPersonHint')}
        min={1}
        max={100}
        optional
      />
      <ToggleField
        control={control}
        name="needsTicket"
        label={t('needsTicket')}
        hint={t('needsTicketHint')}
        className="col-span-2"
      />
      {needsTicket && (
        <TypesField control={control} name="ticketTypeIds" legend={t('types')} hint={t('typesHint')} types={types} />
      )}
    </RecordSheet>
  );
}
