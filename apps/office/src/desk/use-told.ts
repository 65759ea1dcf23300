import { ApiError } from '@festivals/contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { askedAtDesk } from '@festivals/domain/ticketing/asked/asked-at-desk';
import type { AskedProblem } from '@festivals/domain/ticketing/asked/judge-asked';
import { minorRuleOf } from '@festivals/domain/ticketing/asked/minors';
import { placesOf } from '@festivals/domain/ticketing/asked/place-attendees';
import { plainAsked } from '@festivals/domain/ticketing/asked/plain-asked';
import {
  answersOf,
  askedNow,
  attendeeOf,
  keyOf,
  type Person,
  type Typed,
} from '@festivals/domain/ticketing/asked/told';
import type { Quote } from '@festivals/domain/ticketing/pricing/wishes-schema';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { askedNowQuery } from './queries.ts';

/** What is told at the desk of those who come, as far as the festival asks it of buyers at all. */
export function useTold(festival: Festival, quote: Quote | null) {
  const { data } = useQuery(askedNowQuery(festival.id));
  const [people, setPeople] = useState<Readonly<Record<string, Person>>>({});
  const [ofOrder, setOfOrder] = useState<Typed>({});
  const asked = askedAtDesk(data?.asked ?? plainAsked);
  const startsOn = data?.startsOn ?? '';
  const places = quote ? placesOf(quote.lines) : [];
  const types = [...new Set(places.map(({ ticketTypeId }) => ticketTypeId))];
  const ofAll = askedNow(asked, { of: 'ORDER', ticketTypeIds: types }, 'CHECKOUT', ofOrder);
  const isAsked =
    asked.names !== 'NEVER' ||
    ofAll.length > 0 ||
    types.some(
      (ticketTypeId) =>
        minorRuleOf(asked, ticketTypeId) !== undefined ||
        asked.questions.some(({ of, at, ticketTypeIds }) => {
          const concerns = ticketTypeIds.length === 0 || ticketTypeIds.some((id) => id === ticketTypeId);
          return of === 'TICKET' && at === 'CHECKOUT' && concerns;
        }),
    );

  const onTheWire = () => {
    const around = { asked, places, people, ofOrder, startsOn };
    const attendees = places
      .map((place) => attendeeOf(place, around))
      .map(({ bornOn, ...one }) => (bornOn ? { ...one, bornOn } : one))
      .filter((one) => one.name !== undefined || 'bornOn' in one || one.answers.length > 0);
    const answers = answersOf(ofAll, ofOrder);
    return { ...(attendees.length > 0 && { attendees }), ...(answers.length > 0 && { answers }) };
  };

  return {
    asked,
    startsOn,
    today: data?.today ?? '',
    places,
    people,
    ofOrder,
    ofAll,
    isShown: data !== undefined && places.length > 0 && isAsked,
    onTheWire,
    setPerson: (place: { lineNo: number; nth: number }, person: Person) =>
      setPeople((now) => ({ ...now, [keyOf(place)]: person })),
    setOfOrder,
  };
}

export type Told = ReturnType<typeof useTold>;

/** What the server found wrong with what was told. */
export const problemsIn = (error: unknown): readonly AskedProblem[] =>
  error instanceof ApiError && error.name === 'ANSWERS_WRONG'
    ? // The catalogue's error says what is wrong in these words.
      ((error.details as { problems?: AskedProblem[] }).problems ?? [])
    : [];
