'use client';

import type { AskedProblem, TicketPlace } from '@festivals/domain/ticketing/asked/judge-asked';
import { minorRuleOf } from '@festivals/domain/ticketing/asked/minors';
import type { AskedOfBuyers } from '@festivals/domain/ticketing/asked/schemas';
import { askedNow, faultAt, keyOf, nobody, type Person, type Typed } from '@festivals/domain/ticketing/asked/told';
import type { Language } from '@festivals/messages';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { useTranslations } from 'next-intl';
import { PersonFields, withAnswer } from './person-fields.tsx';
import { QuestionField } from './question-field.tsx';

interface Props {
  asked: AskedOfBuyers;
  startsOn: string;
  today: string;
  buyer: string;
  places: readonly TicketPlace[];
  /** What the ticket of a place is called. */
  nameOf: (place: TicketPlace) => string;
  people: Readonly<Record<string, Person>>;
  ofOrder: Typed;
  language: Language;
  fallbacks: readonly Language[];
  problems: readonly AskedProblem[];
  onPerson: (place: TicketPlace, person: Person) => void;
  onOrder: (answers: Typed) => void;
}

const order = { lineNo: null, nth: null };

/** What is asked while buying: of each who comes, then of the order. Names alone, which nobody has to give, stay folded. */
export function AskedFields(props: Props) {
  const { asked, places, people, ofOrder, language, fallbacks, problems, onPerson, onOrder, nameOf, buyer } = props;
  const t = useTranslations('site.asked');
  const shop = useTranslations('site.shop');
  const types = [...new Set(places.map(({ ticketTypeId }) => ticketTypeId))];
  const ofAll = askedNow(asked, { of: 'ORDER', ticketTypeIds: types }, 'CHECKOUT', ofOrder);
  const questionsOf = (place: TicketPlace) =>
    askedNow(
      asked,
      { of: 'TICKET', ticketTypeId: place.ticketTypeId },
      'CHECKOUT',
      people[keyOf(place)]?.answers ?? {},
      ofOrder,
    );
  const called = (place: TicketPlace, at: number) => t('ticket', { name: nameOf(place), number: at + 1 });
  const isAsked = places.some(
    (place) => minorRuleOf(asked, place.ticketTypeId) !== undefined || questionsOf(place).length > 0,
  );
  const namesAsked = asked.names !== 'NEVER' && places.length > 1;
  const others = (place: TicketPlace) =>
    places
      .map((one, at) => ({
        key: keyOf(one),
        name: people[keyOf(one)]?.name.trim() || (at === 0 && buyer) || called(one, at),
      }))
      .filter(({ key }) => key !== keyOf(place));
  return (
    <>
      {!isAsked && namesAsked && asked.names === 'OPTIONAL' && (
        <details className="rounded-2xl bg-sunken p-4">
          <summary className="cursor-pointer font-semibold">{shop('holders')}</summary>
          <div className="mt-4 space-y-4">
            {places.map((place, at) => (
              <Field key={keyOf(place)} label={called(place, at)}>
                <Input
                  autoComplete="off"
                  maxLength={120}
                  placeholder={buyer}
                  value={people[keyOf(place)]?.name ?? ''}
                  onChange={({ target }) =>
                    onPerson(place, { ...(people[keyOf(place)] ?? nobody), name: target.value })
                  }
                />
              </Field>
            ))}
          </div>
        </details>
      )}
      {(isAsked || (namesAsked && asked.names === 'REQUIRED')) && (
        <div className="space-y-4">
          <h3 className="headline text-xl">{t('who')}</h3>
          {places.map((place, at) => (
            <fieldset key={keyOf(place)} className="min-w-0 space-y-4 rounded-2xl bg-sunken p-4">
              <legend className="float-start mb-1 w-full font-semibold">{called(place, at)}</legend>
              <div className="clear-both space-y-4">
                <PersonFields
                  {...props}
                  place={place}
                  person={people[keyOf(place)] ?? nobody}
                  questions={questionsOf(place)}
                  name={
                    namesAsked
                      ? {
                          required: asked.names === 'REQUIRED' && at > 0,
                          ...(at === 0 && { hint: t('holder_first') }),
                          placeholder: at === 0 || asked.names === 'OPTIONAL' ? buyer : '',
                        }
                      : null
                  }
                  others={others(place)}
                  onChange={(person) => onPerson(place, person)}
                />
              </div>
            </fieldset>
          ))}
        </div>
      )}
      {ofAll.length > 0 && (
        <fieldset className="min-w-0 space-y-4 rounded-2xl bg-sunken p-4">
          <legend className="float-start mb-1 w-full font-semibold">{t('order')}</legend>
          <div className="clear-both space-y-4">
            {ofAll.map((question) => (
              <QuestionField
                key={question.id}
                question={question}
                language={language}
                fallbacks={fallbacks}
                value={ofOrder[question.id]}
                fault={faultAt(problems, order, question.id)}
                onChange={(value) => onOrder(withAnswer(ofOrder, question.id, value))}
              />
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
