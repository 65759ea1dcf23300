'use client';

import type { AskedProblem, TicketPlace } from '@festivals/domain/ticketing/asked/judge-asked';
import { minorRuleOf } from '@festivals/domain/ticketing/asked/minors';
import type { AskedOfBuyers, BuyerQuestion } from '@festivals/domain/ticketing/asked/schemas';
import { faultAt, wantsGuardian, type Person } from '@festivals/domain/ticketing/asked/told';
import type { Language } from '@festivals/messages';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { useTranslations } from 'next-intl';
import { GuardianFields } from './guardian-fields.tsx';
import { QuestionField } from './question-field.tsx';

interface Props {
  asked: AskedOfBuyers;
  startsOn: string;
  today: string;
  place: TicketPlace;
  person: Person;
  questions: readonly BuyerQuestion[];
  /** Whether the name is asked, and what stands there when nobody writes one. */
  name: { required: boolean; hint?: string; placeholder?: string } | null;
  /** The tickets that somebody else of the order holds. */
  others: readonly { key: string; name: string }[];
  language: Language;
  fallbacks: readonly Language[];
  problems: readonly AskedProblem[];
  onChange: (person: Person) => void;
}

/** What one who comes is asked: their name, their age, who answers for them, and the festival's own questions. */
export function PersonFields({
  asked,
  startsOn,
  today,
  place,
  person,
  questions,
  name,
  others,
  language,
  fallbacks,
  problems,
  onChange,
}: Props) {
  const t = useTranslations('site.asked');
  const set = (part: Partial<Person>) => onChange({ ...person, ...part });
  const fault = (field: string) => {
    const code = faultAt(problems, place, field);
    return code && t(`faults.${code}`);
  };
  const rule = minorRuleOf(asked, place.ticketTypeId);
  return (
    <>
      {name && (
        <Field
          label={t('holder')}
          hint={name.hint}
          error={fault('name')}
          required={name.required}
          {...(!name.required && { optional: t('optional') })}
        >
          <Input
            scale="lg"
            autoComplete="off"
            maxLength={120}
            placeholder={name.placeholder}
            value={person.name}
            onChange={({ target }) => set({ name: target.value })}
          />
        </Field>
      )}
      {rule && (
        <Field label={t('born_on')} hint={t('born_on_hint')} error={fault('bornOn')} required>
          <Input
            scale="lg"
            type="date"
            min="1900-01-01"
            max={today}
            autoComplete="off"
            className="max-w-56"
            value={person.bornOn}
            onChange={({ target }) => set({ bornOn: target.value })}
          />
        </Field>
      )}
      {rule && wantsGuardian(asked, place, person, startsOn) && (
        <GuardianFields rule={rule} person={person} others={others} fault={fault} onChange={set} />
      )}
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          language={language}
          fallbacks={fallbacks}
          value={person.answers[question.id]}
          fault={faultAt(problems, place, question.id)}
          onChange={(value) => set({ answers: withAnswer(person.answers, question.id, value) })}
        />
      ))}
    </>
  );
}

/** The answers with one of them changed, or taken out. */
export function withAnswer(
  answers: Person['answers'],
  id: string,
  value: Person['answers'][string] | undefined,
): Person['answers'] {
  const { [id]: _, ...rest } = answers;
  return value === undefined ? rest : { ...rest, [id]: value };
}
