import type { Festival } from '@festivals/domain/festival/contract';
import { NewTicketOption, OptionKind, type TicketOption } from '@festivals/domain/ticketing/inventory-contract';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm, useWatch, type DefaultValues } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { useOfferedRates, VatInput } from '../festival/vat-input.tsx';
import { DecimalInput } from '../form/decimal-input.tsx';
import { FormField } from '../form/form-field.tsx';
import { LocalisedInput } from '../form/localised-input.tsx';
import { whole } from '../form/registered.ts';
import { SwitchField } from '../form/switch-field.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { validationText } from '../i18n/validation.ts';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';
import { ticketOptionsQuery } from './queries.ts';
import { TypeChecklist } from './type-checklist.tsx';

type Typed = z.input<typeof NewTicketOption>;
type Values = z.output<typeof NewTicketOption>;
type Props = {
  festival: Festival;
  edited: TicketOption | undefined;
  types: readonly TicketType[];
  nextOrder: number;
  /** The rate that a new option begins with, in basis points. */
  vat: number;
  onClose: () => void;
};

function valuesOf({ edited, nextOrder, vat }: Pick<Props, 'edited' | 'nextOrder' | 'vat'>): DefaultValues<Typed> {
  if (edited === undefined)
    return {
      kind: 'CAMPING',
      name: {},
      description: {},
      vat,
      capacity: null,
      needsTicket: true,
      most: 1,
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
  const params = { festivalId: festival.id };
  const form = useForm<Typed, unknown, Values>({
    resolver: zodResolver(NewTicketOption),
    defaultValues: valuesOf({ edited, nextOrder, vat }),
  });
  const kept = useKeptForm({
    form,
    festivalId: festival.id,
    kind: 'ticketOption',
    record: edited,
    values: valuesOf({ edited, nextOrder, vat }),
  });
  const needsTicket = useWatch({ control: form.control, name: 'needsTicket' });
  const { errors } = form.formState;
  const texts = { languages: festival.languages };
  return (
    <RecordSheet
      festival={festival}
      title={edited === undefined ? t('create') : t('edit')}
      description={t('sheetLead')}
      form={form}
      kept={kept}
      recordId={edited?.id}
      save={(body: Values) =>
        edited === undefined
          ? api.ticketing.createTicketOption({ params, body }, { idempotencyKey: keyFor(body) })
          : api.ticketing.updateTicketOption({
              params: { ...params, optionId: edited.id },
              body: { version: kept.version, changes: body },
            })
      }
      removal={
        edited && {
          run: () =>
            api.ticketing.deleteTicketOption({
              params: { ...params, optionId: edited.id },
              query: { version: edited.version },
            }),
        }
      }
      refresh={[ticketOptionsQuery(festival.id).queryKey]}
      columns
      onClose={onClose}
    >
      <FormField label={t('kindLabel')} error={errors.kind} className="col-span-2" required>
        <Select {...form.register('kind')}>
          {OptionKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </Select>
      </FormField>
      {(['name', 'description'] as const).map((part) => (
        <div key={part} className="col-span-2">
          <Controller
            control={form.control}
            name={part}
            render={({ field, fieldState }) => (
              <LocalisedInput
                {...texts}
                label={tickets(part)}
                error={validationText(fieldState.error?.message)}
                value={field.value ?? {}}
                onChange={field.onChange}
                {...(part === 'name' ? { maxLength: 80, required: true } : { maxLength: 500, lines: 3 })}
              />
            )}
          />
        </div>
      ))}
      {(['price', 'vat'] as const).map((part) => (
        <FormField key={part} label={tickets(part)} hint={tickets(`${part}Hint`)} error={errors[part]} required>
          <Controller
            control={form.control}
            name={part}
            render={({ field: { value, onChange, onBlur } }) =>
              part === 'vat' ? (
                <VatInput festival={festival} value={value} onChange={onChange} onBlur={onBlur} />
              ) : (
                <DecimalInput
                  value={value}
                  onChange={onChange}
                  onBlur={onBlur}
                  digits={2}
                  unit={festival.currency === 'EUR' ? '€' : festival.currency}
                />
              )
            }
          />
        </FormField>
      ))}
      <FormField label={tickets('capacity')} hint={t('capacityHint')} error={errors.capacity} optional>
        <Input type="number" min={0} className="tabular" {...form.register('capacity', whole(null))} />
      </FormField>
      <FormField label={needsTicket ? t('mostPerTicket') : t('mostPerOrder')} error={errors.most} required>
        <Input type="number" min={1} max={20} className="tabular" {...form.register('most', whole(undefined))} />
      </FormField>
      <Controller
        control={form.control}
        name="needsTicket"
        render={({ field }) => (
          <SwitchField
            label={t('needsTicket')}
            hint={t('needsTicketHint')}
            on={field.value ?? true}
            onChange={field.onChange}
            className="col-span-2"
          />
        )}
      />
      <div className="col-span-2">
        <Controller
          control={form.control}
          name="ticketTypeIds"
          render={({ field }) => (
            <TypeChecklist
              legend={t('types')}
              hint={t('typesHint')}
              types={types}
              // Ids of the list are the contract's own.
              chosen={(field.value ?? []) as TicketType['id'][]}
              onChange={field.onChange}
            />
          )}
        />
      </div>
    </RecordSheet>
  );
}
