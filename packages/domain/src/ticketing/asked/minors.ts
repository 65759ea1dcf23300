/** Who is a minor at a festival, and who answers for them. Days are dates of the festival's own calendar, YYYY-MM-DD. */
import { isDate, plainPhone } from './judge-answer.ts';
import type { AskedOfBuyers, Guardian, MinorRule } from './schemas.ts';

/** Whole years on a day. Who was born on 29 February is a year older on 1 March where there is no such day (as BGB § 188 has it). */
export function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

export const minorRuleOf = ({ minors }: Pick<AskedOfBuyers, 'minors'>, ticketTypeId: string): MinorRule | undefined =>
  minors.find((rule) => rule.ticketTypeId === ticketTypeId);

/** Whether somebody is a minor at a festival that begins on a day, by the rule of their ticket's type. */
export const isMinor = (rule: MinorRule | undefined, bornOn: string | undefined | null, startsOn: string): boolean =>
  rule !== undefined && typeof bornOn === 'string' && isDate(bornOn) && ageOn(bornOn, startsOn) <= rule.upToAge;

export type MinorField = 'bornOn' | 'guardian' | 'guardian.name' | 'guardian.phone';
export type MinorFault =
  | 'birth_missing'
  | 'not_a_date'
  | 'birth_in_future'
  | 'too_old'
  | 'guardian_missing'
  | 'guardian_not_in_order'
  | 'guardian_is_minor'
  | 'not_a_phone'
  | 'missing';

export interface Person {
  bornOn?: string | undefined;
  guardian?: Guardian | undefined;
}

/** What else has to be known to judge one who comes. */
export interface Around {
  /** The festival's first day. */
  startsOn: string;
  /** The date in the festival's zone. */
  today: string;
  /** Whether the place of an order that a guardian names is somebody else's: `unknown` where there is none. */
  guardianAt: (place: { lineNo: number; nth: number }) => 'OF_AGE' | 'MINOR' | 'SELF' | 'UNKNOWN';
}

/** What is wrong with somebody's age and guardian; empty where all is well. */
export function judgeMinor(
  rule: MinorRule | undefined,
  person: Person,
  around: Around,
): { field: MinorField; code: MinorFault }[] {
  if (!rule) return [];
  const { bornOn, guardian } = person;
  if (bornOn === undefined || bornOn === '') return [{ field: 'bornOn', code: 'birth_missing' }];
  if (!isDate(bornOn)) return [{ field: 'bornOn', code: 'not_a_date' }];
  if (bornOn > around.today) return [{ field: 'bornOn', code: 'birth_in_future' }];
  if (!isMinor(rule, bornOn, around.startsOn)) return rule.minorsOnly ? [{ field: 'bornOn', code: 'too_old' }] : [];
  if (rule.guardian === 'NONE') return [];
  return judgeGuardian(rule, guardian, around);
}

function judgeGuardian(
  rule: MinorRule,
  guardian: Guardian | undefined,
  { guardianAt }: Around,
): { field: MinorField; code: MinorFault }[] {
  const found: { field: MinorField; code: MinorFault }[] = [];
  const at = guardian?.place ? guardianAt(guardian.place) : null;
  if (at === null && rule.guardian === 'IN_ORDER') found.push({ field: 'guardian', code: 'guardian_missing' });
  else if (at === 'UNKNOWN' || at === 'SELF') found.push({ field: 'guardian', code: 'guardian_not_in_order' });
  else if (at === 'MINOR') found.push({ field: 'guardian', code: 'guardian_is_minor' });
  if (at === null && rule.guardian === 'NAMED' && !guardian?.name)
    found.push({ field: 'guardian.name', code: 'missing' });
  if (!guardian?.phone) found.push({ field: 'guardian.phone', code: 'missing' });
  else if (plainPhone(guardian.phone.trim()) === null) found.push({ field: 'guardian.phone', code: 'not_a_phone' });
  return found;
}
