import type { Festival } from '@festivals/domain/festival/contract';
import type { AskedProblem, TicketPlace } from '@festivals/domain/ticketing/asked/judge-asked';
import { minorRuleOf } from '@festivals/domain/ticketing/asked/minors';
import { askedNow, faultAt, keyOf, nobody, type Person, wantsGuardian } from '@festivals/domain/ticketing/asked/told';
import type { Quote } from '@festivals/domain/ticketing/pricing/wishes-schema';
import { localised } from '@festivals/messages';
import { Card } from '@festivals/ui/card';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';
import { AnswerField } from './answer-field.tsx';
import { GuardianFields } from './guardian-fields.tsx';
import type { Told } from './use-told.ts';

interface Props {
  festival: Festival;
  quote: Quote | null;
  told: Told;
  problems: readonly AskedProblem[];
}

/** What the shop would ask of those who come. Folded: at the desk nothing of it has to be told, and a queue waits. */
export function WhoComes({ festival, quote, told, problems }: Props) {
  const t = useTranslations('office.desk');
  const order = useTranslations('office.orderAsked');
  const language = useLanguage();
  if (!told.isShown) return null;
  const nameOf = ({ lineNo }: TicketPlace) => {
    const line = quote?.lines.find((one) => one.lineNo === lineNo);
    return line ? localised(line.name, language, festival.languages) : '';
  };
  return (
    <Card>
      <details className="group" open={problems.length > 0 || undefined}>
        <summary className="flex min-h-11 cursor-pointer list-none items-center gap-3 px-5 py-3 text-ui">
          <ChevronRight
            aria-hidden="true"
            className="size-4 shrink-0 text-ink-faint transition-transform group-open:rotate-90"
          />
          <span className="min-w-0">
            <span className="block text-sm font-semibold text-ink">{t('who')}</span>
            <span className="block text-ink-soft">{t('whoHint')}</span>
          </span>
        </summary>
        <div className="space-y-4 px-5 pb-5">
          {told.places.map((place, at) => (
            <fieldset key={keyOf(place)} className="min-w-0 space-y-3 rounded-lg border border-line px-4 pt-1 pb-4">
              <legend className="px-1 text-ui font-medium text-ink">
                {t('ticketOf', { name: nameOf(place), number: at + 1 })}
              </legend>
              <PersonFields
                festival={festival}
                told={told}
                place={place}
                problems={problems}
                others={told.places.flatMap((one, nth) => {
                  if (keyOf(one) === keyOf(place)) return [];
                  const name = told.people[keyOf(one)]?.name.trim();
                  return [{ key: keyOf(one), name: name || t('ticketOf', { name: nameOf(one), number: nth + 1 }) }];
                })}
              />
            </fieldset>
          ))}
          {told.ofAll.length > 0 && (
            <fieldset className="min-w-0 space-y-3 rounded-lg border border-line px-4 pt-1 pb-4">
              <legend className="px-1 text-ui font-medium text-ink">{order('order')}</legend>
              {told.ofAll.map((question) => (
                <AnswerField
                  key={question.id}
                  question={question}
                  languages={festival.languages}
                  value={told.ofOrder[question.id]}
                  error={faultAt(problems, { lineNo: null, nth: null }, question.id) && t('fault')}
                  onChange={(value) => told.setOfOrder(withAnswer(told.ofOrder, question.id, value))}
                />
              ))}
            </fieldset>
          )}
        </div>
      </details>
    </Card>
  );
}

interface PersonProps extends Pick<Props, 'festival' | 'told' | 'problems'> {
  place: TicketPlace;
  others: readonly { key: string; name: string }[];
}

function PersonFields({ festival, told, place, others, problems }: PersonProps) {
  const t = useTranslations('office.desk');
  const known = useTranslations('office.orderAsked');
  const { asked, startsOn, today, ofOrder } = told;
  const person = told.people[keyOf(place)] ?? nobody;
  const set = (part: Partial<Person>) => told.setPerson(place, { ...person, ...part });
  const fault = (field: string) => faultAt(problems, place, field) && t('fault');
  const rule = minorRuleOf(asked, place.ticketTypeId);
  const questions = askedNow(
    asked,
    { of: 'TICKET', ticketTypeId: place.ticketTypeId },
    'CHECKOUT',
    person.answers,
    ofOrder,
  );
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        {asked.names !== 'NEVER' && (
          <Field label={t('holder')} error={fault('name')}>
            <Input
              autoComplete="off"
              maxLength={120}
              value={person.name}
              onChange={({ target }) => set({ name: target.value })}
            />
          </Field>
        )}
        {rule && (
          <Field label={known('bornOn')} error={fault('bornOn')}>
            <Input
              type="date"
              min="1900-01-01"
              max={today}
              value={person.bornOn}
              onChange={({ target }) => set({ bornOn: target.value })}
            />
          </Field>
        )}
      </div>
      {rule && wantsGuardian(asked, place, person, startsOn) && (
        <GuardianFields rule={rule} person={person} others={others} fault={fault} onChange={set} />
      )}
      {questions.map((question) => (
        <AnswerField
          key={question.id}
          question={question}
          languages={festival.languages}
          value={person.answers[question.id]}
          error={fault(question.id)}
          onChange={(value) => set({ answers: withAnswer(person.answers, question.id, value) })}
        />
      ))}
    </>
  );
}

/** The answers with one of them changed, or taken out. */
function withAnswer(answers: Person['answers'], id: string, value: Person['answers'][string] | undefined) {
  const { [id]: _, ...rest } = answers;
  return value === undefined ? rest : { ...rest, [id]: value };
}
