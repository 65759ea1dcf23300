import type { MinorRule } from '@festivals/domain/ticketing/asked/schemas';
import type { Person } from '@festivals/domain/ticketing/asked/told';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { useTranslations } from 'use-intl';

interface Props {
  rule: MinorRule;
  person: Person;
  others: readonly { key: string; name: string }[];
  fault: (field: string) => string | undefined;
  onChange: (part: Partial<Person>) => void;
}

/** Who answers for a minor: somebody with a ticket of this sale, or where the festival allows it somebody else. */
export function GuardianFields({ rule, person, others, fault, onChange }: Props) {
  const t = useTranslations('office.desk');
  const known = useTranslations('office.orderAsked');
  const inOrder = rule.guardian === 'IN_ORDER';
  return (
    <div className="grid gap-3 sm:grid-cols-3 *:min-w-0">
      {(inOrder || others.length > 0) && (
        <Field label={known('guardian')} error={fault('guardian')} required={inOrder}>
          <Select value={person.guardianAt} onChange={({ target }) => onChange({ guardianAt: target.value })}>
            <option value="">{inOrder ? t('choose') : t('somebodyElse')}</option>
            {others.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {!inOrder && person.guardianAt === '' && (
        <Field label={t('guardianName')} error={fault('guardian.name')} required>
          <Input
            autoComplete="off"
            maxLength={120}
            value={person.guardianName}
            onChange={({ target }) => onChange({ guardianName: target.value })}
          />
        </Field>
      )}
      <Field label={t('guardianPhone')} hint={t('phoneHint')} error={fault('guardian.phone')} required>
        <Input
          type="tel"
          autoComplete="off"
          maxLength={40}
          value={person.guardianPhone}
          onChange={({ target }) => onChange({ guardianPhone: target.value })}
        />
      </Field>
    </div>
  );
}
