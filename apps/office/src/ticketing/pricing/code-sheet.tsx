import type { Festival } from '@festivals/domain/festival/contract';
import { CodeEffect, type PromoCode } from '@festivals/domain/ticketing/pricing/code-schemas';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { api } from '../../api.ts';
import { ControlledField } from '../../form/controlled-field.tsx';
import { CountField } from '../../form/count-field.tsx';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { FormField } from '../../form/form-field.tsx';
import { MoneyInput } from '../../form/money-input.tsx';
import { ToggleField } from '../../form/toggle-field.tsx';
import { useDeedKey } from '../../form/use-deed-key.ts';
import { ZonedTimeInput } from '../../form/zoned-time-input.tsx';
import { RecordSheet } from '../../record/record-sheet.tsx';
import { useRecordForm } from '../../record/use-record-form.ts';
import { WaitingSheet } from '../../record/waiting-sheet.tsx';
import { ticketTypesQuery } from '../queries.ts';
import { TypesField } from '../types-field.tsx';
import { CodeUses } from './code-uses.tsx';
import { CodeValues, type Values, valuesOf } from './code-values.ts';
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

function CodeForm({ festival, edit, mayEdit, edited, onClose }: Props & { edited: PromoCode | undefined }) {
  const t = useTranslations('office.codes');
  const tickets = useTranslations('office.tickets');
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const types = useQuery(ticketTypesQuery(festival.id)).data ?? [];
  const isMany = edit === 'many';
  const { form, kept } = useRecordForm({
    festival,
    kind: isMany ? 'codes' : 'code',
    schema: CodeValues,
    record: edited,
    values: valuesOf(edited, isMany),
  });
  const { control } = form;
  const { errors } = form.formState;
  const [effect, per] = useWatch({ control, name: ['effect', 'per'] });
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
          <CountField
            control={control}
            name="count"
            label={t('count')}
            hint={t('countHint')}
            min={1}
            max={10_000}
            required
          />
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
        <ControlledField
          control={control}
          name="value"
          label={t('value')}
          className={effect === 'AMOUNT' ? '' : 'col-span-2'}
          required
        >
          {(wired) =>
            effect === 'PERCENT' ? (
              <DecimalInput digits={2} unit="%" {...wired} />
            ) : (
              <MoneyInput currency={festival.currency} {...wired} />
            )
          }
        </ControlledField>
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
        <CountField key={part} control={control} name={part} label={t(part)} hint={t(`${part}Hint`)} min={0} optional />
      ))}
      <ControlledField control={control} name="budget" label={t('budget')} hint={t('budgetHint')} optional>
        {({ value, onChange, onBlur }) => (
          <MoneyInput
            currency={festival.currency}
            value={value ?? undefined}
            onChange={(budget) => onChange(budget ?? null)}
            onBlur={onBlur}
          />
        )}
      </ControlledField>
      {effect === 'NONE' || (effect === 'AMOUNT' && per === 'ORDER') ? (
        <span aria-hidden="true" />
      ) : (
        <CountField
          control={control}
          name="mostTickets"
          label={t('mostTickets')}
          hint={t('mostTicketsHint')}
          min={1}
          max={50}
          optional
        />
      )}
      {(['validFrom', 'validUntil'] as const).map((part) => (
        <ControlledField key={part} control={control} name={part} label={t(part)} className="col-span-2" optional>
          {({ value, onChange }) => <ZonedTimeInput zone={festival.zone} value={value ?? null} onChange={onChange} />}
        </ControlledField>
      ))}
      {switches.map((part) => (
        <ToggleField
          key={part}
          control={control}
          name={part}
          label={t(part)}
          hint={t(`${part}Hint`)}
          className="col-span-2"
        />
      ))}
      <TypesField control={control} name="ticketTypeIds" legend={t('types')} hint={t('typesHint')} types={types} />
      {hidden.length > 0 && (
        <TypesField
          control={control}
          name="unlocks"
          legend={t('unlocks')}
          hint={t('unlocksHint')}
          types={hidden}
          all={types}
        />
      )}
    </RecordSheet>
  );
}
