import type { Festival } from '@festivals/domain/festival/contract';
import {
  CodeEffect,
  consistent,
  ManyPromoCodes,
  NewPromoCode,
  type PromoCode,
  PromoCodeChanges,
} from '@festivals/domain/ticketing/pricing/code-schemas';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { api } from '../../api.ts';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { FormField } from '../../form/form-field.tsx';
import { whole } from '../../form/registered.ts';
import { SwitchField } from '../../form/switch-field.tsx';
import { useDeedKey } from '../../form/use-deed-key.ts';
import { ZonedTimeInput } from '../../form/zoned-time-input.tsx';
import { pick } from '../../record/pick.ts';
import { RecordSheet } from '../../record/record-sheet.tsx';
import { useKeptForm } from '../../record/use-kept-form.ts';
import { WaitingSheet } from '../../record/waiting-sheet.tsx';
import { ticketTypesQuery } from '../queries.ts';
import { TypeChecklist } from '../type-checklist.tsx';
import { CodeUses } from './code-uses.tsx';
import { codeQuery } from './queries.ts';

type Props = { festival: Festival; edit: string; mayEdit: boolean; onClose: () => void };

/** One code, a new one, or many at once, beside the list. */
export function CodeSheet(props: Props) {
  const t = useTranslations('office.codes');
  const isNew = props.edit === 'new' || props.edit === 'many';
  const code = useQuery({ ...codeQuery(props.festival.id, props.edit), enabled: !isNew });
  if (!isNew && code.data === undefined) return <WaitingSheet title={t('code')} query={code} onClose={props.onClose} />;
  return <CodeForm {...props} edited={code.data} />;
}

const both = consistent(
  z.object({ ...NewPromoCode.shape, ...ManyPromoCodes.shape }).partial({ code: true, prefix: true, count: true }),
);
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

/** What the form begins with: a code as it is, a new one, or what many have in common. */
function valuesOf(edited: PromoCode | undefined, isMany: boolean): Typed {
  if (edited !== undefined) return pick(edited, PromoCodeChanges.keyof().options);
  return isMany ? freshMany : fresh;
}

function CodeForm({ festival, edit, mayEdit, edited, onClose }: Props & { edited: PromoCode | undefined }) {
  const t = useTranslations('office.codes');
  const tickets = useTranslations('office.tickets');
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const types = useQuery(ticketTypesQuery(festival.id)).data ?? [];
  const isMany = edit === 'many';
  const form = useForm<Typed, unknown, Values>({
    resolver: zodResolver(both),
    defaultValues: valuesOf(edited, isMany),
  });
  const kept = useKeptForm({
    form,
    festivalId: festival.id,
    kind: isMany ? 'codes' : 'code',
    record: edited,
    values: valuesOf(edited, isMany),
  });
  const { errors } = form.formState;
  const [effect, per] = useWatch({ control: form.control, name: ['effect', 'per'] });
  const hidden = types.filter((type) => type.hidden);
  const switches = ['stacks', 'withDiscounts', ...(edited ? (['disabled'] as const) : [])] as const;
  const save = async ({ code = '', prefix = '', count = 1, ...terms }: Values): Promise<string> => {
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
        body: { version: kept.version, changes: body },
      });
    return tickets('saved');
  };
  return (
    <RecordSheet
      festival={festival}
      title={edited?.code ?? (isMany ? t('many') : t('create'))}
      description={isMany ? t('manyLead') : t('sheetLead')}
      form={form}
      kept={kept}
      recordId={mayEdit ? edited?.id : undefined}
      readOnly={!mayEdit}
      save={save}
      words={{ saved: (told) => told, ...(isMany && { save: t('make') }) }}
      refresh={[['festival', festival.id, 'promo-codes']]}
      columns
      after={edited && <CodeUses festival={festival} codeId={edited.id} />}
      onClose={onClose}
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
      <FormField label={t('effect')} error={errors.effect} className="col-span-2" required>
        <Select {...form.register('effect')}>
          {CodeEffect.options.map((one) => (
            <option key={one} value={one}>
              {t(`effects.${one}`)}
            </option>
          ))}
        </Select>
      </FormField>
      {effect !== 'NONE' && (
        <FormField label={t('value')} error={errors.value} className={effect === 'AMOUNT' ? '' : 'col-span-2'} required>
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
        <FormField label={t('per')} error={errors.per}>
          <Select {...form.register('per')}>
            <option value="TICKET">{t('perTicket')}</option>
            <option value="ORDER">{t('perOrder')}</option>
          </Select>
        </FormField>
      )}
      {(['uses', 'perPerson'] as const).map((part) => (
        <FormField key={part} label={t(part)} hint={t(`${part}Hint`)} error={errors[part]} optional>
          <Input type="number" min={0} className="tabular" {...form.register(part, whole(null))} />
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
          <Input type="number" min={1} max={50} className="tabular" {...form.register('mostTickets', whole(null))} />
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
        <Controller
          key={part}
          control={form.control}
          name={part}
          render={({ field }) => (
            <SwitchField
              label={t(part)}
              hint={t(`${part}Hint`)}
              on={field.value ?? false}
              onChange={field.onChange}
              className="col-span-2"
            />
          )}
        />
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
    </RecordSheet>
  );
}
