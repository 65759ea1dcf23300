import type { Festival } from '@festivals/domain/festival/contract';
import { CodeEffect } from '@festivals/domain/ticketing/pricing/code-schemas';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { ControlledField } from '../../form/controlled-field.tsx';
import { CountField } from '../../form/count-field.tsx';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { FormField } from '../../form/form-field.tsx';
import { MoneyInput } from '../../form/money-input.tsx';
import { ToggleField } from '../../form/toggle-field.tsx';
import { ZonedTimeInput } from '../../form/zoned-time-input.tsx';
import { TypesField } from '../types-field.tsx';
import type { Typed, Values } from './code-values.ts';

type OfForm = { form: UseFormReturn<Typed, unknown, Values> };
type OfFestival = OfForm & { festival: Festival };

/** What is typed at the shop: a code, or how many begin how; and a note on it for the team. */
export function CodeName({ form, isMany }: OfForm & { isMany: boolean }) {
  const t = useTranslations('office.codes');
  const { control, register } = form;
  const { errors } = form.formState;
  return (
    <>
      {isMany ? (
        <>
          <FormField label={t('prefix')} hint={t('prefixHint')} error={errors.prefix} optional>
            <Input autoComplete="off" maxLength={20} className="uppercase" {...register('prefix')} />
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
          <Input autoComplete="off" maxLength={40} className="uppercase" {...register('code')} />
        </FormField>
      )}
      <FormField label={t('note')} hint={t('noteHint')} error={errors.note} className="col-span-2" optional>
        <Input maxLength={200} {...register('note')} />
      </FormField>
    </>
  );
}

/** What the code does to a price. */
export function CodeDoes({ form, festival }: OfFestival) {
  const t = useTranslations('office.codes');
  const { control, register } = form;
  const { errors } = form.formState;
  const effect = useWatch({ control, name: 'effect' });
  return (
    <>
      <FormField label={t('effect')} error={errors.effect} className="col-span-2" required>
        <Select {...register('effect')}>
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
          <Select {...register('per')}>
            <option value="TICKET">{t('perTicket')}</option>
            <option value="ORDER">{t('perOrder')}</option>
          </Select>
        </FormField>
      )}
    </>
  );
}

/** How often, for how much money and when it counts. */
export function CodeLimits({ form: { control }, festival }: OfFestival) {
  const t = useTranslations('office.codes');
  const [effect, per] = useWatch({ control, name: ['effect', 'per'] });
  return (
    <>
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
    </>
  );
}

/** Beside what else it counts, and for which tickets; one that is there can be switched off. */
export function CodeReach({ form: { control }, types, isNew }: OfForm & { types: TicketType[]; isNew: boolean }) {
  const t = useTranslations('office.codes');
  const hidden = types.filter((type) => type.hidden);
  const switches = ['stacks', 'withDiscounts', ...(isNew ? [] : (['disabled'] as const))] as const;
  return (
    <>
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
    </>
  );
}
