'use client';

import type { OrderAsked } from '@festivals/domain/ticketing/asked/contract';
import type { AskedProblem } from '@festivals/domain/ticketing/asked/judge-asked';
import { faultAt, keyOf, nobody } from '@festivals/domain/ticketing/asked/told';
import { localised, type Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { laterOf, laterOfOrder, type Typing } from './changes.ts';
import { PersonFields, withAnswer } from './person-fields.tsx';
import { QuestionField } from './question-field.tsx';

interface Props {
  known: OrderAsked;
  typing: Typing;
  problems: readonly AskedProblem[];
  language: Language;
  fallbacks: readonly Language[];
  onTyping: (typing: Typing) => void;
}

const order = { lineNo: null, nth: null };

/** What a buyer may change: of each ticket that still opens a gate, and of the order. */
export function HolderFields({ known, typing, problems, language, fallbacks, onTyping }: Props) {
  const t = useTranslations('site.asked');
  const { people, ofOrder } = typing;
  const called = ({ nth, typeName }: OrderAsked['holders'][number]) =>
    t('ticket', { name: localised(typeName, language, fallbacks), number: nth });
  const ofAll = laterOfOrder(known, ofOrder);
  return (
    <>
      {known.holders
        .filter(({ alive }) => alive)
        .map((holder) => {
          const key = keyOf(holder);
          const person = people[key] ?? nobody;
          return (
            <fieldset key={key} className="min-w-0 rounded-2xl bg-sunken p-4">
              <legend className="float-start mb-3 w-full font-semibold">{called(holder)}</legend>
              <div className="clear-both space-y-4">
                <PersonFields
                  asked={known.asked}
                  startsOn={known.startsOn}
                  today={known.today}
                  place={holder}
                  person={person}
                  questions={laterOf(known, holder, person, ofOrder)}
                  name={known.asked.names === 'NEVER' ? null : { required: true }}
                  others={known.holders
                    .filter((one) => keyOf(one) !== key)
                    .map((one) => ({ key: keyOf(one), name: people[keyOf(one)]?.name.trim() || called(one) }))}
                  language={language}
                  fallbacks={fallbacks}
                  problems={problems}
                  onChange={(next) => onTyping({ ofOrder, people: { ...people, [key]: next } })}
                />
              </div>
            </fieldset>
          );
        })}
      {ofAll.length > 0 && (
        <fieldset className="min-w-0 rounded-2xl bg-sunken p-4">
          <legend className="float-start mb-3 w-full font-semibold">{t('order')}</legend>
          <div className="clear-both space-y-4">
            {ofAll.map((question) => (
              <QuestionField
                key={question.id}
                question={question}
                language={language}
                fallbacks={fallbacks}
                value={ofOrder[question.id]}
                fault={faultAt(problems, order, question.id)}
                onChange={(value) => onTyping({ people, ofOrder: withAnswer(ofOrder, question.id, value) })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
