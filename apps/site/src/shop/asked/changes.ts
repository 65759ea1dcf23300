/** What a buyer changes of an order afterwards: from what is known to what is typed, and to what is sent. Pure. */
import type { OrderAsked } from '@festivals/domain/ticketing/asked/contract';
import type { HolderToChange } from '@festivals/domain/ticketing/asked/judge-changes';
import { minorRuleOf } from '@festivals/domain/ticketing/asked/minors';
import type { Answer, BuyerQuestion, HolderKnown, KeptAnswer } from '@festivals/domain/ticketing/asked/schemas';
import {
  answersOf,
  askedNow,
  keyOf,
  nobody,
  wantsGuardian,
  type Person,
  type Typed,
} from '@festivals/domain/ticketing/asked/told';

export interface Typing {
  people: Readonly<Record<string, Person>>;
  ofOrder: Typed;
}

/** A number is typed as text. */
const typedAnswers = (answers: readonly KeptAnswer[]): Typed =>
  Object.fromEntries(
    answers.map(({ questionId, value }) => [questionId, typeof value === 'number' ? String(value) : value]),
  );

const personOf = ({ holder, bornOn, guardian, answers }: HolderKnown): Person => ({
  name: holder,
  bornOn: bornOn ?? '',
  guardianName: guardian?.name ?? '',
  guardianPhone: guardian?.phone ?? '',
  guardianAt: guardian?.place ? keyOf(guardian.place) : '',
  answers: typedAnswers(answers),
});

/** The fields as they stand before anybody types. */
export const typedOf = ({ holders, answers }: OrderAsked): Typing => ({
  people: Object.fromEntries(holders.map((holder) => [keyOf(holder), personOf(holder)])),
  ofOrder: typedAnswers(answers),
});

const typesOf = ({ holders }: OrderAsked): string[] => [...new Set(holders.map(({ ticketTypeId }) => ticketTypeId))];

/** What is asked later of the order, by what is typed so far. */
export const laterOfOrder = (known: OrderAsked, ofOrder: Typed): BuyerQuestion[] =>
  askedNow(known.asked, { of: 'ORDER', ticketTypeIds: typesOf(known) }, 'LATER', ofOrder);

/** What is asked later of one ticket. */
export const laterOf = (
  known: OrderAsked,
  { ticketTypeId }: HolderKnown,
  person: Person,
  ofOrder: Typed,
): BuyerQuestion[] => askedNow(known.asked, { of: 'TICKET', ticketTypeId }, 'LATER', person.answers, ofOrder);

/** Whether something that must be answered is not. */
export function isOutstanding(known: OrderAsked): boolean {
  const { people, ofOrder } = typedOf(known);
  const misses = (questions: readonly BuyerQuestion[], typed: Typed) =>
    questions.some(({ id, required }) => required && typed[id] === undefined);
  return (
    misses(laterOfOrder(known, ofOrder), ofOrder) ||
    known.holders.some((holder) => {
      const person = people[keyOf(holder)] ?? nobody;
      return holder.alive && misses(laterOf(known, holder, person, ofOrder), person.answers);
    })
  );
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is sent: of each ticket only what is another than before. */
export function changesOf(
  known: OrderAsked,
  { people, ofOrder }: Typing,
): { holders: HolderToChange[]; answers?: Answer[] } {
  const before = typedOf(known);
  const holders = known.holders.flatMap((holder): HolderToChange[] => {
    const { ticketId, alive } = holder;
    const [was, now] = [before.people[keyOf(holder)] ?? nobody, people[keyOf(holder)] ?? nobody];
    if (!alive || ticketId === null) return [];
    const { name: _was, answers: answered, ...person } = was;
    const { name: _now, answers: answering, ...told } = now;
    const questions = laterOf(known, holder, now, ofOrder);
    const change = {
      ...(now.name.trim() !== '' && now.name.trim() !== was.name && { name: now.name.trim() }),
      ...(!isSame(person, told) && minorRuleOf(known.asked, holder.ticketTypeId) && aged(known, holder, now)),
      ...(questions.length > 0 &&
        !isSame(answersOf(questions, answered), answersOf(questions, answering)) && {
          answers: answersOf(questions, answering),
        }),
    };
    return Object.keys(change).length === 0 ? [] : [{ ticketId, ...change }];
  });
  const asked = laterOfOrder(known, ofOrder);
  const [was, now] = [answersOf(asked, before.ofOrder), answersOf(asked, ofOrder)];
  return { holders, ...(!isSame(was, now) && { answers: now }) };
}

function aged(
  { asked, startsOn, holders }: OrderAsked,
  holder: HolderKnown,
  person: Person,
): Pick<HolderToChange, 'bornOn' | 'guardian'> {
  const held = holders.find((one) => keyOf(one) === person.guardianAt);
  const name = person.guardianName.trim();
  return {
    bornOn: person.bornOn,
    ...(wantsGuardian(asked, holder, person, startsOn) && {
      guardian: {
        phone: person.guardianPhone,
        ...(name !== '' && { name }),
        ...(held && { place: { lineNo: held.lineNo, nth: held.nth } }),
      },
    }),
  };
}
