/** How a list is looked at: what is searched, by what it is sorted, what may be left out. The screen and the file ask the same. Pure. */
import { queryBoolean } from '@festivals/contract';
import { z } from 'zod';
import { fold } from './fold.ts';

/** The lists of a festival that go out as a file. */
export const ListName = z.enum([
  'admissions',
  'artists',
  'attendees',
  'devices',
  'gates',
  'guest-lists',
  'guests',
  'history',
  'invitations',
  'ledger',
  'news',
  'orders',
  'places',
  'products',
  'promo-codes',
  'sets',
  'stages',
  'stands',
  'team',
  'ticket-options',
  'refunds-by-hand',
  'takings',
  'ticket-types',
  'volunteers',
]);
export type ListName = z.infer<typeof ListName>;

/** Which part of a list is wanted, and in which order. What it does not say is as the list is at first. */
export const ListQuery = z.object({
  /** Every word of it must be in one of the entry's texts; accents do not matter. */
  search: z.string().trim().max(100).optional(),
  sort: z.string().max(40).optional(),
  descending: queryBoolean().optional(),
  /** A filter of the list's own, by its name. */
  only: z.string().max(100).optional(),
});
export type ListQuery = z.output<typeof ListQuery>;

/** What is sorted by: a text, a number, an instant; nothing comes last whatever the direction. */
export type SortKey = string | number | null;

export interface ListView<Row, Sort extends string = string, Only extends string = string> {
  /** What is searched in. */
  texts: (row: Row) => readonly string[];
  /** By the columns' names. The first is how the list stands at first. */
  sorts: Readonly<Record<Sort, (row: Row) => SortKey>>;
  /** What is left, by the filters' names. */
  only: Readonly<Record<Only, (row: Row) => boolean>>;
}

/** A view with the names of its own columns and filters. */
export const listView = <Row, Sort extends string, Only extends string = never>(
  view: ListView<Row, Sort, Only>,
): ListView<Row, Sort, Only> => view;

/** Whether a view knows the order and the filter that are asked for. */
export const isKnownIn = ({ sorts, only }: Pick<ListView<never>, 'sorts' | 'only'>, asked: ListQuery): boolean =>
  (asked.sort === undefined || Object.hasOwn(sorts, asked.sort)) &&
  (asked.only === undefined || Object.hasOwn(only, asked.only));

/** The rows that fit, in order; what is alike keeps the order in which it came. `language` (BCP 47) says how texts are sorted. */
export function arranged<Row>(view: ListView<Row>, rows: readonly Row[], asked: ListQuery, language: string): Row[] {
  const words = fold(asked.search ?? '').split(/\s+/);
  const fits = (row: Row) => {
    const text = fold(view.texts(row).join('\n'));
    return words.every((word) => text.includes(word));
  };
  const filter = asked.only === undefined ? undefined : view.only[asked.only];
  const left = rows.filter((row) => (filter?.(row) ?? true) && fits(row));
  const [first = ''] = Object.keys(view.sorts);
  const keyOf = view.sorts[asked.sort ?? first];
  if (keyOf === undefined) return left;
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const sign = asked.descending === true ? -1 : 1;
  return left
    .map((row) => ({ row, key: keyOf(row) }))
    .toSorted((a, b) => inOrder(a.key, b.key, compare, sign))
    .map(({ row }) => row);
}

function inOrder(a: SortKey, b: SortKey, compare: (a: string, b: string) => number, sign: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)));
}
