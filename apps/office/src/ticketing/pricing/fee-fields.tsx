import type { Fee } from '@festivals/domain/ticketing/pricing/schemas';
import { Field } from '@festivals/ui/field';
import { useTranslations } from 'use-intl';
import { VatInput } from '../../festival/vat-input.tsx';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { errorAt } from '../../form/error-at.ts';
import { SwitchField } from '../../form/switch-field.tsx';
import type { FieldsProps } from './bundle-fields.tsx';
import { RuleFields } from './rule-fields.tsx';

const kinds = ['PER_TICKET', 'PER_ORDER', 'PERCENT'] as const;

/** What an order costs beside its tickets. */
export function FeeFields({ value, error, festival, types, onChange }: FieldsProps<Fee>) {
  const t = useTranslations('office.prices');
  const tickets = useTranslations('office.tickets');
  const set = (part: Partial<Fee>) => onChange({ ...value, ...part });
  return (
    <RuleFields
      value={value}
      error={error}
      festival={festival}
      types={types}
      kind={{
        label: t('fees.kind'),
        value: value.kind,
        options: kinds.map((kind) => [kind, t(`fees.kinds.${kind}`)]),
        onChange: (kind) => set({ kind }),
      }}
      onChange={set}
    >
      <Field label={t('fees.amount')} error={errorAt(error, 'amount')} required>
        <DecimalInput
          value={value.amount}
          onChange={(amount) => set({ amount: amount ?? Number.NaN })}
          digits={2}
          unit={value.kind === 'PERCENT' ? '%' : festival.currency}
        />
      </Field>
      <Field label={tickets('vat')} error={errorAt(error, 'vat')} required>
        <VatInput
          festival={festival}
          value={value.vat}
          onChange={(vat) => set({ vat: vat ?? Number.NaN })}
          onBlur={() => undefined}
        />
      </Field>
      <SwitchField
        label={t('fees.onFree')}
        on={value.onFree}
        onChange={(onFree) => set({ onFree })}
        className="sm:col-span-2"
      />
    </RuleFields>
  );
}
