/** Judges what a buyer answers as a whole: for the order and for each who comes. Pure; run by the checkout and by the API alike. */
import { judgeAnswer, plainPhone, type AnswerFault } from './judge-answer.ts';
import { isMinor, judgeMinor, minorRuleOf, type MinorFault, type MinorField } from './minors.ts';
import { questionsThatApply, type AskedOf } from './questions-that-apply.ts';
import type {
  Answer,
  AnswerValue,
  AskedOfBuyers,
  Attendee,
  BuyerQuestion,
  Guardian,
  KeptAnswer,
  Place,
} from './schemas.ts';

/** What is wrong where: `lineNo` and `nth` name the ticket, null is the order; the field is a question's id, or what a person is asked. */
export interface AskedProblem {
  lineNo: number | null;
  nth: number | null;
  field: string;
  code: AnswerFault | MinorFault | 'name_missing' | 'name_fixed' | 'unknown_question' | 'unknown_place';
}

/** A ticket of the order, or what will be one. */
export interface TicketPlace extends Place {
  ticketTypeId: string;
}

export interface KeptPerson extends Place {
  bornOn: string | null;
  minor: boolean;
  guardian: { name: string; phone: string; place: Place | null } | null;
}

export interface KeptAsked {
  /** Only where somebody has a name of their own. */
  names: (Place & { name: string })[];
  /** Null places are answers of the order. */
  answers: (KeptAnswer & { lineNo: number | null; nth: number | null })[];
  people: KeptPerson[];
}

export interface ToJudge {
  rules: AskedOfBuyers;
  places: readonly TicketPlace[];
  attendees: readonly Attendee[];
  answers: readonly Answer[];
  /** The buyer's name, which stands on tickets without one. */
  buyer: string;
  startsOn: string;
  today: string;
  /** Whoever says nothing of somebody's age is not asked for it: at the desk. */
  agesAtWill?: boolean;
}

const keyOf = ({ lineNo, nth }: Place): string => `${lineNo}.${nth}`;
const valuesOf = (answers: readonly Answer[]): Map<string, AnswerValue> =>
  new Map(answers.map(({ questionId, value }) => [questionId, value]));

/** What is kept of what a buyer told while buying, or everything that is wrong with it. */
export function judgeAsked(given: ToJudge): { ok: true; kept: KeptAsked } | { ok: false; problems: AskedProblem[] } {
  const { rules, places, attendees } = given;
  const problems: AskedProblem[] = [];
  const kept: KeptAsked = { names: [], answers: [], people: [] };
  const people = new Map(attendees.map((one) => [keyOf(one), one]));
  const known = new Set(places.map(keyOf));
  for (const { lineNo, nth } of attendees)
    if (!known.has(keyOf({ lineNo, nth }))) problems.push({ lineNo, nth, field: 'name', code: 'unknown_place' });

  const types = [...new Set(places.map(({ ticketTypeId }) => ticketTypeId))];
  const ofOrder = valuesOf(given.answers);
  const order = { lineNo: null, nth: null };
  const judged = judgeAnswers(rules, { of: 'ORDER', ticketTypeIds: types }, given.answers, { at: 'CHECKOUT' });
  problems.push(...judged.problems.map((one) => ({ ...order, ...one })));
  kept.answers.push(...judged.kept.map((one) => ({ ...order, ...one })));

  for (const place of places) {
    const { lineNo, nth, ticketTypeId } = place;
    const at = { lineNo, nth };
    const person = people.get(keyOf(place));
    const name = rules.names === 'NEVER' ? undefined : person?.name;
    if (name !== undefined) kept.names.push({ ...at, name });
    else if (rules.names === 'REQUIRED') problems.push({ ...at, field: 'name', code: 'name_missing' });
    const ofTicket = judgeAnswers(rules, { of: 'TICKET', ticketTypeId }, person?.answers ?? [], {
      at: 'CHECKOUT',
      ofOrder,
    });
    problems.push(...ofTicket.problems.map((one) => ({ ...at, ...one })));
    kept.answers.push(...ofTicket.kept.map((one) => ({ ...at, ...one })));
    if (given.agesAtWill && !person?.bornOn) continue;
    const checked = judgePerson(given, place, person ?? {}, people);
    problems.push(...checked.problems);
    if (checked.kept) kept.people.push(checked.kept);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, kept };
}

/** One person's age and guardian; nothing is kept where their type asks nothing of that. */
export function judgePerson(
  { rules, places, buyer, startsOn, today }: Pick<ToJudge, 'rules' | 'places' | 'buyer' | 'startsOn' | 'today'>,
  place: TicketPlace,
  person: Pick<Attendee, 'bornOn' | 'guardian'> | { bornOn?: undefined; guardian?: undefined },
  people: ReadonlyMap<string, { name?: string | undefined; bornOn?: string | undefined }>,
): { problems: (AskedProblem & { field: MinorField })[]; kept: KeptPerson | null } {
  const { lineNo, nth, ticketTypeId } = place;
  const rule = minorRuleOf(rules, ticketTypeId);
  if (!rule) return { problems: [], kept: null };
  const guardianAt = (at: Place) => {
    const theirs = places.find((one) => keyOf(one) === keyOf(at));
    if (!theirs) return 'UNKNOWN';
    if (keyOf(at) === keyOf(place)) return 'SELF';
    return isMinor(minorRuleOf(rules, theirs.ticketTypeId), people.get(keyOf(at))?.bornOn, startsOn)
      ? 'MINOR'
      : 'OF_AGE';
  };
  const problems = judgeMinor(rule, person, { startsOn, today, guardianAt });
  if (problems.length > 0) return { problems: problems.map((one) => ({ lineNo, nth, ...one })), kept: null };
  const minor = isMinor(rule, person.bornOn, startsOn);
  const guardian =
    minor && rule.guardian !== 'NONE' && person.guardian ? guardianOf(person.guardian, people, buyer) : null;
  return { problems: [], kept: { lineNo, nth, bornOn: person.bornOn ?? null, minor, guardian } };
}

function guardianOf(
  { name, phone, place }: Guardian,
  people: ReadonlyMap<string, { name?: string | undefined }>,
  buyer: string,
): KeptPerson['guardian'] {
  const held = place && (people.get(keyOf(place))?.name ?? buyer);
  return { name: held ?? name ?? buyer, phone: plainPhone(phone.trim()) ?? phone, place: place ?? null };
}

interface When {
  at: BuyerQuestion['at'];
  /** What the order answers, for a ticket's conditions. */
  ofOrder?: ReadonlyMap<string, AnswerValue>;
  /** What was answered before, for conditions of what is asked later. */
  before?: ReadonlyMap<string, AnswerValue>;
}

/** The answers of one order or ticket at one time. Answers to what does not apply are left out; those to nothing known are refused. */
export function judgeAnswers(
  rules: AskedOfBuyers,
  of: AskedOf,
  given: readonly Answer[],
  { at, ofOrder, before }: When,
): { problems: { field: string; code: AskedProblem['code'] }[]; kept: KeptAnswer[] } {
  const problems: { field: string; code: AskedProblem['code'] }[] = [];
  const kept: KeptAnswer[] = [];
  const values = valuesOf(given);
  const known = new Map([...(before ?? []), ...values]);
  const ids = new Set(rules.questions.map(({ id }) => id));
  for (const { questionId } of given)
    if (!ids.has(questionId)) problems.push({ field: questionId, code: 'unknown_question' });
  for (const question of questionsThatApply(rules, of, known, ofOrder)) {
    if (question.at !== at) continue;
    const judged = judgeAnswer(question, values.get(question.id));
    if (!judged.ok) problems.push({ field: question.id, code: judged.fault });
    else if (judged.value !== null) kept.push(keptOf(question, judged.value));
  }
  return { problems, kept };
}

function keptOf({ id, kind, label, options }: BuyerQuestion, value: AnswerValue): KeptAnswer {
  const ids: readonly unknown[] =
    kind === 'ONE_OF' ? [value] : kind === 'SEVERAL_OF' && Array.isArray(value) ? value : [];
  return { questionId: id, kind, label, value, chosen: options.filter((option) => ids.includes(option.id)) };
}
