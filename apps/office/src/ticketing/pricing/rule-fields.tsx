import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { Field } from '@festivals/ui/field';
import { Select } from '@festivals/ui/select';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { errorAt } from '../../form/error-at.ts';
import { LocalisedInput } from '../../form/localised-input.tsx';
import { TypeChecklist } from '../type-checklist.tsx';
import type { FieldsProps } from './bundle-fields.tsx';
import { told } from './told.ts';

interface Rule {
  name: Parameters<typeof told>[0];
  ticketTypeIds: TicketType['id'][];
}

type Props<K extends string> = Omit<FieldsProps<Rule>, 'onChange'> & {
  /** Of which kind it is, the kinds there are, and what each is called. */
  kind: {
    label: string;
    value: K;
    options: readonly (readonly [kind: K, name: string])[];
    onChange: (kind: K) => void;
  };
  onChange: (part: { name?: ReturnType<typeof told>; ticketTypeIds?: TicketType['id'][] }) => void;
  children: ReactNode;
};

/** What fees and discounts have in common: a name, a kind with what belongs to it, and the tickets for which they count. */
export function RuleFields<K extends string>({ value, error, festival, types, kind, onChange, children }: Props<K>) {
  const t = useTranslations('office.prices');
  return (
    <div className="grid gap-4 sm:grid-cols-2 *:min-w-0">
      <LocalisedInput
        languages={festival.languages}
        label={t('name')}
        error={errorAt(error, 'name')}
        value={value.name}
        onChange={(name) => onChange({ name: told(name) })}
        maxLength={60}
        required
      />
      <Field label={kind.label}>
        <Select
          value={kind.value}
          onChange={({ target }) => {
            const chosen = kind.options.find(([one]) => one === target.value);
            if (chosen) kind.onChange(chosen[0]);
          }}
        >
          {kind.options.map(([one, name]) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {children}
      <div className="sm:col-span-2">
        <TypeChecklist
          legend={t('types')}
          hint={t('typesHint')}
          types={types}
          chosen={value.ticketTypeIds}
          onChange={(ticketTypeIds) => onChange({ ticketTypeIds })}
        />
      </div>
    </div>
  );
}
