import { Currency } from '@festivals/domain/primitives';
import { isLanguage, languageNames } from '@festivals/messages';
import { z } from 'zod';

/** `{ kind: { BAR: 'Bar' } }` and the like: what the contract's words are called. */
export type Names = Readonly<Record<string, string>>;

/** How values are written for a reader. */
export interface Pen {
  /** Cents of a currency; of the festival's where none is named. */
  money: (cents: number, currency?: string) => string;
  rate: (basisPoints: number) => string;
  moment: (instant: string) => string;
  day: (date: string) => string;
  number: (value: number) => string;
  list: (parts: readonly string[]) => string;
  /** What a word of the contract, or an id, is called. */
  nameOf: (word: string) => string | undefined;
  yes: string;
  no: string;
  nothing: string;
}

/** An amount with its own currency. */
const Sum = z.strictObject({ amount: z.int().nullable(), currency: Currency });

const inCents = new Set(['price', 'deposit', 'fee', 'total', 'amount', 'budget']);
const inBasisPoints = new Set(['vat', 'percent']);
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const date = /^\d{4}-\d\d-\d\d$/;
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** A value of a record as its reader would say it. */
export function valueText(field: string, value: unknown, pen: Pen): string {
  if (value === null || value === undefined || value === '') return pen.nothing;
  if (typeof value === 'boolean') return value ? pen.yes : pen.no;
  if (typeof value === 'number') {
    if (inCents.has(field)) return pen.money(value);
    if (inBasisPoints.has(field)) return pen.rate(value);
    // What a code is worth: a part in hundredths of a per cent, or cents. Both read alike.
    return pen.number(field === 'value' ? value / 100 : value);
  }
  if (typeof value === 'string') return textOf(value, pen);
  if (Array.isArray(value))
    return value.length === 0 ? pen.nothing : pen.list(value.map((one) => valueText('', one, pen)));
  if (field === 'geometry') return outlineText(value, pen);
  const sum = Sum.safeParse(value).data;
  if (sum !== undefined) return sum.amount === null ? pen.nothing : pen.money(sum.amount, sum.currency);
  // Which one it is says nothing to a reader, as long as it has a name.
  const parts = Object.entries(value).filter(([key, inner]) => key !== 'id' && inner !== null && inner !== '');
  const isPart = parts.some(([, inner]) => inner === 'PERCENT');
  if (parts.length === 0) return pen.nothing;
  return pen.list(
    parts.map(([key, inner]) =>
      isLanguage(key)
        ? `${languageNames[key]}: ${valueText('', inner, pen)}`
        : valueText(isPart && key === 'amount' ? 'percent' : key, inner, pen),
    ),
  );
}

/** An outline as what it is and where it begins: nobody reads its corners. */
function outlineText(value: object, pen: Pen): string {
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  const [longitude, latitude] = Array.isArray(coordinates) ? coordinates.flat(3) : [];
  return pen.list([String(type), [latitude, longitude].map((degrees) => Number(degrees).toFixed(5)).join(', ')]);
}

function textOf(text: string, pen: Pen): string {
  if (instant.test(text)) return pen.moment(text);
  if (date.test(text)) return pen.day(text);
  return pen.nameOf(text) ?? (uuid.test(text) ? text.slice(0, 8) : text);
}

const isMembers = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isLocalised = (value: unknown) => isMembers(value) && Object.keys(value).every(isLanguage);

export interface Change {
  field: string;
  /** Of a text in several languages, the one in which it changed. */
  language: string | null;
  from: unknown;
  to: unknown;
}

/** What nobody means when they ask what has changed. */
const silent = new Set(['id', 'version', 'festivalId', 'slugLocked', 'products', 'updatedAt']);

/** What differs between two states of a record, a text in several languages by its languages. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const [old, now] = [isMembers(before) ? before : {}, isMembers(after) ? after : {}];
  return [...new Set([...Object.keys(now), ...Object.keys(old)])]
    .filter((field) => !silent.has(field) && JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .flatMap((field): Change[] => {
      const [from, to] = [old[field], now[field]];
      if (!isLocalised(from ?? {}) || !isLocalised(to ?? {}) || (from === undefined && to === undefined))
        return [{ field, language: null, from, to }];
      const [texts, later] = [isMembers(from) ? from : {}, isMembers(to) ? to : {}];
      return [...new Set([...Object.keys(texts), ...Object.keys(later)])]
        .filter((language) => (texts[language] ?? '') !== (later[language] ?? ''))
        .map((language) => ({ field, language, from: texts[language], to: later[language] }));
    });
}
