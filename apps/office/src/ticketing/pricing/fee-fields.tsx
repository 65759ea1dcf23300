import type { Fee } from '@festivals/domain/ticketing/pricing/schemas';
import { Field } from '@festivals/ui/field';
import { Select } from '@festivals/ui/select';
import { Switch } from '@festivals/ui/switch';
import { useTranslations } from 'use-intl';
import { VatInput } from '../../festival/vat-input.tsx';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { LocalisedInput } from '../../form/localised-input.tsx';
import { TypeChecklist } from '../type-checklist.tsx';
import type { FieldsProps } from './bundle-fields.tsx';
import { told } from './told.ts';

const kinds = ['PER_TICKET', 'PER_ORDER', 'PERCENT'] as const;

/** What an order costs beside its tickets. */
export function FeeFields({ value, festival, types, onChange }: FieldsProps<Fee>) {
  const t = useTranslations('office.prices');
  const tickets = useTranslations('office.tickets');
  const set = (part: Partial<Fee>) => onChange({ ...value, ...part });
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
      <Field label={t('fees.kind')}>
        <Select
          value={value.kind}
          onChange={({ target }) => set({ kind: kinds.find((kind) => kind === target.value) ?? 'PER_TICKET' })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`fees.kinds.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('fees.amount')}>
        <DecimalInput
          value={value.amount}
          onChange={(amount) => set({ amount: amount ?? 0 })}
          digits={2}
          unit={value.kind === 'PERCENT' ? '%' : festival.currency}
        />
      </Field>
      <Field label={tickets('vat')}>
        <VatInput
          festival={festival}
          value={value.vat}
          onChange={(vat) => set({ vat: vat ?? 0 })}
          onBlur={() => undefined}
        />
      </Field>
      <label className="flex cursor-pointer items-start gap-3 text-ui text-ink sm:col-span-2">
        <Switch checked={value.onFree} onCheckedChange={(onFree) => set({ onFree })} />
        {t('fees.onFree')}
      </label>
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
