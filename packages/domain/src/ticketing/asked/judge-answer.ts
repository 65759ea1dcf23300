import { countryCodes } from './country-codes.ts';
import type { AnswerValue, BuyerQuestion } from './schemas.ts';

/** What may be wrong with one answer; screens say it in the reader's language beside the field. */
export type AnswerFault =
  | 'missing'
  | 'wrong_kind'
  | 'too_long'
  | 'control_characters'
  | 'not_a_number'
  | 'not_a_date'
  | 'not_an_option'
  | 'not_a_country'
  | 'not_a_phone'
  | 'not_an_email';

export type Judged = { ok: true; value: AnswerValue | null } | { ok: false; fault: AnswerFault };

const isEmpty = (value: AnswerValue | undefined): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** One answer as it is kept; null for none. A question that must be answered with yes or no takes either. */
export function judgeAnswer(
  question: Pick<BuyerQuestion, 'kind' | 'required' | 'options'>,
  value: AnswerValue | undefined,
): Judged {
  if (value === undefined || isEmpty(value)) return question.required ? fault('missing') : { ok: true, value: null };
  return kinds[question.kind](value, question);
}

type Judge = (value: AnswerValue, question: Pick<BuyerQuestion, 'options'>) => Judged;

const fault = (name: AnswerFault): Judged => ({ ok: false, fault: name });
const fine = (value: AnswerValue): Judged => ({ ok: true, value });

const text =
  (most: number, hidden: RegExp): Judge =>
  (value) => {
    if (typeof value !== 'string') return fault('wrong_kind');
    const plain = value.trim();
    if (plain.length > most) return fault('too_long');
    return hidden.test(plain) || /[\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(plain)
      ? fault('control_characters')
      : fine(plain);
  };

const written =
  (accept: (plain: string) => string | null, name: AnswerFault): Judge =>
  (value) => {
    if (typeof value !== 'string') return fault('wrong_kind');
    const accepted = accept(value.trim());
    return accepted === null ? fault(name) : fine(accepted);
  };

const kinds: Record<BuyerQuestion['kind'], Judge> = {
  TEXT: text(200, /[\p{Cc}\p{Zl}\p{Zp}]/u),
  LONG_TEXT: text(2000, /[^\P{Cc}\t\n\r]/u),
  NUMBER: (value) => {
    if (typeof value !== 'number') return fault('wrong_kind');
    return Number.isFinite(value) && Math.abs(value) <= 1e12 ? fine(value) : fault('not_a_number');
  },
  DATE: written((plain) => (isDate(plain) ? plain : null), 'not_a_date'),
  YES_NO: (value) => (typeof value === 'boolean' ? fine(value) : fault('wrong_kind')),
  ONE_OF: (value, { options }) => {
    if (typeof value !== 'string') return fault('wrong_kind');
    return options.some(({ id }) => id === value) ? fine(value) : fault('not_an_option');
  },
  SEVERAL_OF: (value, { options }) => {
    if (!Array.isArray(value)) return fault('wrong_kind');
    const known = new Set(options.map(({ id }) => id));
    return value.every((id) => known.has(id)) ? fine([...new Set(value)]) : fault('not_an_option');
  },
  COUNTRY: written((plain) => countryCodes.find((code) => code === plain.toUpperCase()) ?? null, 'not_a_country'),
  PHONE: written(plainPhone, 'not_a_phone'),
  EMAIL: written(
    (plain) =>
      plain.length <= 254 && /^[^\s@\p{C}"(),:;<>[\]\\]+@[^\s@\p{C}.]+(\.[^\s@\p{C}.]+)+$/u.test(plain)
        ? plain.toLowerCase()
        : null,
    'not_an_email',
  ),
};

/** A telephone number in its plain form, 6 to 15 digits (E.164), the plus kept; null where it is none. */
export function plainPhone(typed: string): string | null {
  const plain = typed.replaceAll(/[\s()./-]/g, '').replace(/^00/, '+');
  return /^\+?\d{6,15}$/.test(plain) ? plain : null;
}

/** A day that the calendar has, from 1900 to 2199. */
export function isDate(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}
