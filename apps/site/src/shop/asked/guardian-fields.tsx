'use client';

import type { MinorRule } from '@festivals/domain/ticketing/asked/schemas';
import type { Person } from '@festivals/domain/ticketing/asked/told';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { useTranslations } from 'next-intl';

interface Props {
  rule: MinorRule;
  person: Person;
  others: readonly { key: string; name: string }[];
  fault: (field: string) => string | undefined;
  onChange: (part: Partial<Person>) => void;
}

/** Who answers for a minor: somebody with a ticket of this order, or where the festival allows it somebody else. */
export function GuardianFields({ rule, person, others, fault, onChange }: Props) {
  const t = useTranslations('site.asked');
  const inOrder = rule.guardian === 'IN_ORDER';
  return (
    <fieldset className="min-w-0 space-y-4 rounded-xl border border-line p-4">
      <legend className="px-1 font-semibold">{t('guardian')}</legend>
      <p className="text-sm text-ink-soft">{t('guardian_text', { age: rule.upToAge })}</p>
      {(inOrder || others.length > 0) && (
        <Field label={t('guardian_who')} error={fault('guardian')} required={inOrder}>
          <Select
            scale="lg"
            value={person.guardianAt}
            onChange={({ target }) => onChange({ guardianAt: target.value })}
          >
            <option value="">{inOrder ? t('choose') : t('guardian_other')}</option>
            {others.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {!inOrder && person.guardianAt === '' && (
        <Field label={t('guardian_name')} error={fault('guardian.name')} required>
          <Input
            scale="lg"
            autoComplete="off"
            maxLength={120}
            value={person.guardianName}
            onChange={({ target }) => onChange({ guardianName: target.value })}
          />
        </Field>
      )}
      <Field label={t('guardian_phone')} error={fault('guardian.phone')} required>
        <Input
          scale="lg"
          type="tel"
          autoComplete="off"
          maxLength={40}
          value={person.guardianPhone}
          onChange={({ target }) => onChange({ guardianPhone: target.value })}
        />
      </Field>
    </fieldset>
  );
}
