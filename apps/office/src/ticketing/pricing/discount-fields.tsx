import type { AutomaticDiscount } from '@festivals/domain/ticketing/pricing/schemas';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { useTranslations } from 'use-intl';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { LocalisedInput } from '../../form/localised-input.tsx';
import { ZonedTimeInput } from '../../form/zoned-time-input.tsx';
import { TypeChecklist } from '../type-checklist.tsx';
import type { FieldsProps } from './bundle-fields.tsx';
import { told } from './told.ts';

type Rule = AutomaticDiscount['rule'];
const fresh: Record<Rule['kind'], Rule> = {
  N_FOR_M: { kind: 'N_FOR_M', buy: 3, pay: 2 },
  FROM_QUANTITY: { kind: 'FROM_QUANTITY', from: 10, percent: 1_000 },
  FROM_AMOUNT: { kind: 'FROM_AMOUNT', from: 20_000, percent: 1_000 },
};
const kinds = ['N_FOR_M', 'FROM_QUANTITY', 'FROM_AMOUNT'] as const;

/** What an order gets without a code. */
export function DiscountFields({ value, festival, types, onChange }: FieldsProps<AutomaticDiscount>) {
  const t = useTranslations('office.prices');
  const codes = useTranslations('office.codes');
  const set = (part: Partial<AutomaticDiscount>) => onChange({ ...value, ...part });
  const { rule } = value;
  const number = (label: string, shown: number, write: (typed: number) => Rule) => (
    <Field label={label}>
      <Input
        type="number"
        min={1}
        className="tabular"
        value={shown}
        onChange={({ target }) => set({ rule: write(Number(target.value)) })}
      />
    </Field>
  );
  return (
    <div className="grid gap-4 sm:grid-cols-2 *:min-w-0">
      <LocalisedInput
        languages={festival.languages}
        label={t('name')}
        value={value.name}
        onChange={(name) => set({ name: told(name) })}
        maxLength={60}
        required
      />
      <Field label={t('discounts.kind')}>
        <Select
          value={rule.kind}
          onChange={({ target }) => set({ rule: fresh[kinds.find((kind) => kind === target.value) ?? rule.kind] })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`discounts.kinds.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      {rule.kind === 'N_FOR_M' ? (
        <>
          {number(t('discounts.buy'), rule.buy, (buy) => ({ ...rule, buy }))}
          {number(t('discounts.pay'), rule.pay, (pay) => ({ ...rule, pay }))}
        </>
      ) : (
        <>
          {rule.kind === 'FROM_QUANTITY' ? (
            number(t('discounts.fromQuantity'), rule.from, (from) => ({ ...rule, from }))
          ) : (
            <Field label={t('discounts.fromAmount')}>
              <DecimalInput
                value={rule.from}
                onChange={(from) => set({ rule: { ...rule, from: from ?? 0 } })}
                digits={2}
                unit={festival.currency}
              />
            </Field>
          )}
          <Field label={t('discounts.percent')}>
            <DecimalInput
              value={rule.percent}
              onChange={(percent) => set({ rule: { ...rule, percent: percent ?? 0 } })}
              digits={2}
              unit="%"
            />
          </Field>
        </>
      )}
      <Field label={codes('validFrom')}>
        <ZonedTimeInput zone={festival.zone} value={value.from} onChange={(from) => set({ from })} />
      </Field>
      <Field label={codes('validUntil')}>
        <ZonedTimeInput zone={festival.zone} value={value.until} onChange={(until) => set({ until })} />
      </Field>
      <div className="sm:col-span-2">
        <TypeChecklist
          legend={t('types')}
          hint={t('typesHint')}
          types={types}
          chosen={value.ticketTypeIds}
          onChange={(ticketTypeIds) => set({ ticketTypeIds })}
        />
      </div>
    </div>
  );
}
