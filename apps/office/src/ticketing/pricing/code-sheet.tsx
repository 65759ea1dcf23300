import type { Festival } from '@festivals/domain/festival/contract';
import {
  CodeEffect,
  ManyPromoCodes,
  NewPromoCode,
  type PromoCode,
} from '@festivals/domain/ticketing/pricing/code-schemas';
import { Button } from '@festivals/ui/button';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { Sheet, SheetContent } from '@festivals/ui/sheet';
import { Switch } from '@festivals/ui/switch';
import { useToast } from '@festivals/ui/toast';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { api } from '../../api.ts';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { FormField } from '../../form/form-field.tsx';
import { useDeedKey } from '../../form/use-deed-key.ts';
import { ZonedTimeInput } from '../../form/zoned-time-input.tsx';
import { FormFailure } from '../../shell/failure.tsx';
import { ticketTypesQuery } from '../queries.ts';
import { TypeChecklist } from '../type-checklist.tsx';
import { CodeUses } from './code-uses.tsx';
import { codeQuery } from './queries.ts';

type Props = { festival: Festival; edit: string; mayEdit: boolean; onClose: () => void };

/** One code, a new one, or many at once, beside the list. */
export function CodeSheet(props: Props) {
  const isNew = props.edit === 'new' || props.edit === 'many';
  const code = useQuery({ ...codeQuery(props.festival.id, props.edit), enabled: !isNew });
  if (!isNew && code.data === undefined) return null;
  return <CodeForm {...props} edited={code.data} />;
}

const both = z
  .object({ ...NewPromoCode.shape, ...ManyPromoCodes.shape })
  .partial({ code: true, prefix: true, count: true });
type Typed = z.input<typeof both>;
type Values = z.output<typeof both>;

const fresh: Typed = {
  code: '',
  prefix: '',
  count: 100,
  note: '',
  effect: 'PERCENT',
  value: 1_000,
  per: 'TICKET',
  ticketTypeIds: [],
  unlocks: [],
  mostTickets: null,
  validFrom: null,
  validUntil: null,
  stacks: false,
  withDiscounts: true,
  perPerson: null,
  uses: null,
  budget: null,
  disabled: false,
};

// Many codes are written by chance: none is typed.
const { code: _typed, ...freshMany } = fresh;

const whole = {
  setValueAs: (text: string | number | null) => (text === '' || text === null ? null : Number(text)),
};

function CodeForm({ festival, edit, mayEdit, edited, onClose }: Props & { edited: PromoCode | undefined }) {
  const t = useTranslations('office.codes');
  const tickets = useTranslations('office.tickets');
  const shell = useTranslations('office.shell');
  const queryClient = useQueryClient();
  const say = useToast();
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const types = useQuery(ticketTypesQuery(festival.id)).data ?? [];
  const isMany = edit === 'many';
  const form = useForm<Typed, unknown, Values>({
    resolver: zodResolver(both),
    defaultValues: edited ?? (isMany ? freshMany : fresh),
  });
  const { errors } = form.formState;
  const [effect, per] = useWatch({ control: form.control, name: ['effect', 'per'] });
  const save = useMutation({
    mutationFn: async ({ code = '', prefix = '', count = 1, ...terms }: Values) => {
      if (isMany) {
        const body = { ...terms, prefix, count };
        const { made } = await api.ticketing.makePromoCodes({ params, body }, { idempotencyKey: keyFor(body) });
        return t('manyMade', { count: made });
      }
      const body = { ...terms, code };
      if (edited === undefined) await api.ticketing.createPromoCode({ params, body }, { idempotencyKey: keyFor(body) });
      else
        await api.ticketing.updatePromoCode({
          params: { ...params, codeId: edited.id },
          body: { version: edited.version, changes: body },
        });
      return tickets('saved');
    },
    onSuccess: (title) => {
      say({ title });
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['festival', festival.id, 'promo-codes'] }),
  });
  const hidden = types.filter((type) => type.hidden);
  const switches = ['stacks', 'withDiscounts', ...(edited ? (['disabled'] as const) : [])] as const;
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={edited?.code ?? (isMany ? t('many') : t('create'))}
        description={isMany ? t('manyLead') : t('sheetLead')}
        closeLabel={shell('close')}
        footer={
          <>
            <Button onClick={onClose}>{tickets('cancel')}</Button>
            {mayEdit && (
              <Button type="submit" form="code" tone="accent" busy={save.isPending}>
                {isMany ? t('make') : tickets('save')}
              </Button>
            )}
          </>
        }
      >
        <form
          id="code"
          noValidate
          onSubmit={form.handleSubmit((values) => save.mutate(values))}
          className="grid grid-cols-2 gap-x-4 gap-y-5 *:min-w-0"
        >
          {isMany ? (
            <>
              <FormField label={t('prefix')} hint={t('prefixHint')} error={errors.prefix} optional>
                <Input autoComplete="off" maxLength={20} className="uppercase" {...form.register('prefix')} />
              </FormField>
              <FormField label={t('count')} hint={t('countHint')} error={errors.count} required>
                <Input
                  type="number"
                  min={1}
                  max={10_000}
                  className="tabular"
                  {...form.register('count', { valueAsNumber: true })}
                />
              </FormField>
            </>
          ) : (
            <FormField label={t('code')} hint={t('codeHint')} error={errors.code} className="col-span-2" required>
              <Input autoComplete="off" maxLength={40} className="uppercase" {...form.register('code')} />
            </FormField>
          )}
          <FormField label={t('note')} hint={t('noteHint')} error={errors.note} className="col-span-2" optional>
            <Input maxLength={200} {...form.register('note')} />
          </FormField>
          <FormField
            label={t('effect')}
            error={errors.effect}
            className={effect === 'NONE' ? 'col-span-2' : ''}
            required
          >
            <Select {...form.register('effect')}>
              {CodeEffect.options.map((one) => (
                <option key={one} value={one}>
                  {t(`effects.${one}`)}
                </option>
              ))}
            </Select>
          </FormField>
          {effect !== 'NONE' && (
            <FormField label={t('value')} error={errors.value} required>
              <Controller
                control={form.control}
                name="value"
                render={({ field }) => (
                  <DecimalInput
                    value={field.value}
                    onChange={field.onChange}
                    onBlur={field.onBlur}
                    digits={2}
                    unit={effect === 'PERCENT' ? '%' : festival.currency === 'EUR' ? '€' : festival.currency}
                  />
                )}
              />
            </FormField>
          )}
          {effect === 'AMOUNT' && (
            <FormField label={t('per')} error={errors.per} className="col-span-2">
              <Select {...form.register('per')}>
                <option value="TICKET">{t('perTicket')}</option>
                <option value="ORDER">{t('perOrder')}</option>
              </Select>
            </FormField>
          )}
          {(['uses', 'perPerson'] as const).map((part) => (
            <FormField key={part} label={t(part)} hint={t(`${part}Hint`)} error={errors[part]} optional>
              <Input type="number" min={0} className="tabular" {...form.register(part, whole)} />
            </FormField>
          ))}
          <FormField label={t('budget')} hint={t('budgetHint')} error={errors.budget} optional>
            <Controller
              control={form.control}
              name="budget"
              render={({ field }) => (
                <DecimalInput
                  value={field.value ?? undefined}
                  onChange={(value) => field.onChange(value ?? null)}
                  onBlur={field.onBlur}
                  digits={2}
                />
              )}
            />
          </FormField>
          {effect === 'NONE' || (effect === 'AMOUNT' && per === 'ORDER') ? (
            <span aria-hidden="true" />
          ) : (
            <FormField label={t('mostTickets')} hint={t('mostTicketsHint')} error={errors.mostTickets} optional>
              <Input type="number" min={1} max={50} className="tabular" {...form.register('mostTickets', whole)} />
            </FormField>
          )}
          {(['validFrom', 'validUntil'] as const).map((part) => (
            <FormField key={part} label={t(part)} error={errors[part]} className="col-span-2" optional>
              <Controller
                control={form.control}
                name={part}
                render={({ field }) => (
                  <ZonedTimeInput zone={festival.zone} value={field.value ?? null} onChange={field.onChange} />
                )}
              />
            </FormField>
          ))}
          {switches.map((part) => (
            <label key={part} className="col-span-2 flex cursor-pointer items-start gap-3 text-ui text-ink">
              <Controller
                control={form.control}
                name={part}
                render={({ field }) => <Switch checked={field.value ?? false} onCheckedChange={field.onChange} />}
              />
              <span>
                {t(part)}
                <span className="block text-xs text-ink-faint">{t(`${part}Hint`)}</span>
              </span>
            </label>
          ))}
          <div className="col-span-2">
            <Controller
              control={form.control}
              name="ticketTypeIds"
              render={({ field }) => (
                <TypeChecklist
                  legend={t('types')}
                  hint={t('typesHint')}
                  types={types}
                  chosen={field.value ?? []}
                  onChange={field.onChange}
                />
              )}
            />
          </div>
          {hidden.length > 0 && (
            <div className="col-span-2">
              <Controller
                control={form.control}
                name="unlocks"
                render={({ field }) => (
                  <TypeChecklist
                    legend={t('unlocks')}
                    hint={t('unlocksHint')}
                    types={hidden}
                    chosen={field.value ?? []}
                    onChange={field.onChange}
                  />
                )}
              />
            </div>
          )}
          <div className="col-span-2 empty:hidden">
            <FormFailure error={save.error} />
          </div>
        </form>
        {edited && <CodeUses festival={festival} codeId={edited.id} />}
      </SheetContent>
    </Sheet>
  );
}
