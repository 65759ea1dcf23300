import type { AutomaticDiscount } from '@festivals/domain/ticketing/pricing/schemas';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { useTranslations } from 'use-intl';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { errorAt } from '../../form/error-at.ts';
import { ZonedTimeInput } from '../../form/zoned-time-input.tsx';
import type { FieldsProps } from './bundle-fields.tsx';
import { RuleFields } from './rule-fields.tsx';

type Rule = AutomaticDiscount['rule'];
const fresh: Record<Rule['kind'], Rule> = {
  N_FOR_M: { kind: 'N_FOR_M', buy: 3, pay: 2 },
  FROM_QUANTITY: { kind: 'FROM_QUANTITY', from: 10, percent: 1_000 },
  FROM_AMOUNT: { kind: 'FROM_AMOUNT', from: 20_000, percent: 1_000 },
};
const kinds = ['N_FOR_M', 'FROM_QUANTITY', 'FROM_AMOUNT'] as const;

/** What an order gets without a code. */
export function DiscountFields({ value, error, festival, types, onChange }: FieldsProps<AutomaticDiscount>) {
  const t = useTranslations('office.prices');
  const codes = useTranslations('office.codes');
  const form = useTranslations('office.form');
  const set = (part: Partial<AutomaticDiscount>) => onChange({ ...value, ...part });
  const { rule } = value;
  const number = (part: 'buy' | 'pay' | 'from', label: string, shown: number, write: (typed: number) => Rule) => (
    <Field label={label} error={errorAt(error, 'rule', part)} required>
      <Input
        type="number"
        min={1}
        className="tabular"
        value={Number.isNaN(shown) ? '' : shown}
        onChange={({ target }) => set({ rule: write(target.value === '' ? Number.NaN : Number(target.value)) })}
      />
    </Field>
  );
  const decimal = (
    part: 'from' | 'percent',
    label: string,
    shown: number,
    unit: string,
    write: (n: number) => Rule,
  ) => (
    <Field label={label} error={errorAt(error, 'rule', part)} required>
      <DecimalInput
        value={shown}
        onChange={(typed) => set({ rule: write(typed ?? Number.NaN) })}
        digits={2}
        unit={unit}
      />
    </Field>
  );
  return (
    <RuleFields
      value={value}
      error={error}
      festival={festival}
      types={types}
      kind={{
        label: t('discounts.kind'),
        value: rule.kind,
        options: kinds.map((kind) => [kind, t(`discounts.kinds.${kind}`)]),
        onChange: (kind) => set({ rule: fresh[kind] }),
      }}
      onChange={set}
    >
      {rule.kind === 'N_FOR_M' ? (
        <>
          {number('buy', t('discounts.buy'), rule.buy, (buy) => ({ ...rule, buy }))}
          {number('pay', t('discounts.pay'), rule.pay, (pay) => ({ ...rule, pay }))}
        </>
      ) : (
        <>
          {rule.kind === 'FROM_QUANTITY'
            ? number('from', t('discounts.fromQuantity'), rule.from, (from) => ({ ...rule, from }))
            : decimal('from', t('discounts.fromAmount'), rule.from, festival.currency, (from) => ({ ...rule, from }))}
          {decimal('percent', t('discounts.percent'), rule.percent, '%', (percent) => ({ ...rule, percent }))}
        </>
      )}
      {(['from', 'until'] as const).map((part) => (
        <Field
          key={part}
          label={codes(part === 'from' ? 'validFrom' : 'validUntil')}
          error={errorAt(error, part)}
          optional={form('optional')}
        >
          <ZonedTimeInput zone={festival.zone} value={value[part]} onChange={(at) => set({ [part]: at })} />
        </Field>
      ))}
    </RuleFields>
  );
}
