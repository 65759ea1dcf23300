/** What somebody has typed so far of what buyers are asked, in the shop and at the desk alike, and what becomes of it on the wire. Pure. */
import type { AskedProblem, TicketPlace } from './judge-asked.ts';
import { isMinor, minorRuleOf } from './minors.ts';
import { questionsThatApply, type AskedOf, type Known } from './questions-that-apply.ts';
import type { Answer, AnswerValue, AskedOfBuyers, Attendee, BuyerQuestion } from './schemas.ts';

/** A number is kept as it was typed until it is sent. */
export type Typed = Readonly<Record<string, AnswerValue>>;

export interface Person {
  name: string;
  bornOn: string;
  guardianName: string;
  guardianPhone: string;
  /** The key of the ticket that the guardian holds; empty for somebody else. */
  guardianAt: string;
  answers: Typed;
}

export const nobody: Person = {
  name: '',
  bornOn: '',
  guardianName: '',
  guardianPhone: '',
  guardianAt: '',
  answers: {},
};

export const keyOf = ({ lineNo, nth }: { lineNo: number; nth: number }): string => `${lineNo}.${nth}`;

/** What is wrong at one field, if something is. */
export const faultAt = (
  problems: readonly AskedProblem[],
  at: { lineNo: number | null; nth: number | null },
  field: string,
): AskedProblem['code'] | undefined =>
  problems.find((one) => one.lineNo === at.lineNo && one.nth === at.nth && one.field === field)?.code;

export const knownOf = (typed: Typed): Known => new Map(Object.entries(typed));

/** The questions that are asked at one time, as far as they apply by now. */
export const askedNow = (
  asked: AskedOfBuyers,
  of: AskedOf,
  at: BuyerQuestion['at'],
  typed: Typed,
  ofOrder: Typed = typed,
): BuyerQuestion[] => questionsThatApply(asked, of, knownOf(typed), knownOf(ofOrder)).filter((one) => one.at === at);

/** The answers to those questions; what was typed for a number becomes one where it is one. */
export const answersOf = (questions: readonly BuyerQuestion[], typed: Typed): Answer[] =>
  questions.flatMap(({ id, kind }) => {
    const value = typed[id];
    if (value === undefined || value === '') return [];
    return [{ questionId: id, value: kind === 'NUMBER' ? asNumber(value) : value }];
  });

function asNumber(value: AnswerValue): AnswerValue {
  const number = typeof value === 'string' ? Number(value.trim().replace(',', '.')) : value;
  return typeof number === 'number' && Number.isNaN(number) ? value : number;
}

/** Whether somebody's ticket asks who answers for them. */
export const wantsGuardian = (asked: AskedOfBuyers, place: TicketPlace, person: Person, startsOn: string): boolean => {
  const rule = minorRuleOf(asked, place.ticketTypeId);
  return rule !== undefined && rule.guardian !== 'NONE' && isMinor(rule, person.bornOn, startsOn);
};

interface Around {
  asked: AskedOfBuyers;
  places: readonly TicketPlace[];
  people: Readonly<Record<string, Person>>;
  ofOrder: Typed;
  startsOn: string;
}

/** One who comes, as the API is told of them. */
export function attendeeOf(place: TicketPlace, around: Around): Attendee {
  const { asked, people, ofOrder, startsOn, places } = around;
  const person = people[keyOf(place)] ?? nobody;
  const questions = askedNow(
    asked,
    { of: 'TICKET', ticketTypeId: place.ticketTypeId },
    'CHECKOUT',
    person.answers,
    ofOrder,
  );
  const held = places.find((one) => keyOf(one) === person.guardianAt);
  const guardian = {
    ...(person.guardianName.trim() !== '' && { name: person.guardianName.trim() }),
    phone: person.guardianPhone,
    ...(held && { place: { lineNo: held.lineNo, nth: held.nth } }),
  };
  return {
    lineNo: place.lineNo,
    nth: place.nth,
    ...(person.name.trim() !== '' && { name: person.name.trim() }),
    ...(minorRuleOf(asked, place.ticketTypeId) && { bornOn: person.bornOn }),
    ...(wantsGuardian(asked, place, person, startsOn) && { guardian }),
    answers: answersOf(questions, person.answers),
  };
}
