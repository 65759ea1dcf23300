import type { Festival } from '@festivals/domain/festival/contract';
import { NewTicketOption, OptionKind, type TicketOption } from '@festivals/domain/ticketing/inventory-contract';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { Button } from '@festivals/ui/button';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { Sheet, SheetContent } from '@festivals/ui/sheet';
import { Switch } from '@festivals/ui/switch';
import { useToast } from '@festivals/ui/toast';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Controller, useForm, useWatch, type DefaultValues } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { useOfferedRates, VatInput } from '../festival/vat-input.tsx';
import { DecimalInput } from '../form/decimal-input.tsx';
import { DeleteButton } from '../form/delete-button.tsx';
import { FormField } from '../form/form-field.tsx';
import { LocalisedInput } from '../form/localised-input.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { validationText } from '../i18n/validation.ts';
import { FormNotices } from '../record/form-notices.tsx';
import { RecordHistory } from '../record/record-history.tsx';
import { SaveFailure } from '../record/save-failure.tsx';
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

const whole = (empty: null | undefined) => ({
  setValueAs: (text: string | number | null) => (text === '' || text === null ? empty : Number(text)),
});

/** An option that goes with a ticket. */
export function OptionSheet(props: Omit<Props, 'vat'>) {
  const rates = useOfferedRates(props.festival);
  // A new option begins with the first of the rates: its form is made once they are known.
  return rates === undefined ? null : <OptionForm {...props} vat={rates[0]?.rate ?? 600} />;
}

function OptionForm({ festival, edited, types, nextOrder, vat, onClose }: Props) {
  const t = useTranslations('office.option');
  const tickets = useTranslations('office.tickets');
  const shell = useTranslations('office.shell');
  const queryClient = useQueryClient();
  const say = useToast();
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
  const after = {
    onSuccess: () => {
      kept.forget();
      say({ title: tickets('saved') });
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ticketOptionsQuery(festival.id).queryKey }),
  };
  const save = useMutation({
    mutationFn: (body: Values) =>
      edited === undefined
        ? api.ticketing.createTicketOption({ params, body }, { idempotencyKey: keyFor(body) })
        : api.ticketing.updateTicketOption({
            params: { ...params, optionId: edited.id },
            body: { version: kept.version, changes: body },
          }),
    ...after,
  });
  const remove = useMutation({
    mutationFn: async () =>
      edited &&
      api.ticketing.deleteTicketOption({
        params: { ...params, optionId: edited.id },
        query: { version: edited.version },
      }),
    ...after,
  });
  const texts = { languages: festival.languages };
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={edited === undefined ? t('create') : t('edit')}
        description={t('sheetLead')}
        closeLabel={shell('close')}
        footer={
          <>
            {edited && (
              <DeleteButton
                label={t('remove')}
                sureLabel={t('removeSure')}
                busy={remove.isPending}
                onDelete={() => remove.mutate()}
              />
            )}
            <Button
              onClick={() => {
                kept.forget();
                onClose();
              }}
            >
              {tickets('cancel')}
            </Button>
            <Button type="submit" form="option" tone="accent" busy={save.isPending}>
              {tickets('save')}
            </Button>
          </>
        }
      >
        <form
          id="option"
          noValidate
          onSubmit={form.handleSubmit((values) => save.mutate(values))}
          className="grid grid-cols-2 gap-x-4 gap-y-5 *:min-w-0"
        >
          <div className="col-span-2 space-y-4 empty:hidden">
            <FormNotices kept={kept} festival={festival} />
          </div>
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
          <label className="col-span-2 flex cursor-pointer items-start gap-3 text-ui text-ink">
            <Controller
              control={form.control}
              name="needsTicket"
              render={({ field }) => <Switch checked={field.value ?? true} onCheckedChange={field.onChange} />}
            />
            <span>
              {t('needsTicket')}
              <span className="block text-xs text-ink-faint">{t('needsTicketHint')}</span>
            </span>
          </label>
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
          <div className="col-span-2 empty:hidden">
            <SaveFailure error={save.error ?? remove.error} kept={kept} />
          </div>
          {edited !== undefined && (
            <div className="col-span-2">
              <RecordHistory festival={festival} recordId={edited.id} kept={kept} />
            </div>
          )}
        </form>
      </SheetContent>
    </Sheet>
  );
}
