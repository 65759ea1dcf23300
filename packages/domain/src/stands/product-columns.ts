/** The columns of a file of products, for who writes one and who reads it. Pure. */
import { type CsvRecord, withoutGuard } from '../csv.ts';
import { Language } from '../primitives.ts';

export const nameColumns = Language.options.map((language) => `name.${language}` as const);
export const columns = [
  ...nameColumns,
  'category',
  'price',
  'vat',
  'deposit',
  'diets',
  'allergens',
  'stand',
  'section',
  'picture',
  'stock',
  'id',
] as const;
export type Column = (typeof columns)[number];
export type Cells = Partial<Record<Column, string>>;

/** A picture of the library, by the name that it has there. */
export interface NamedPicture {
  id: string;
  name: string;
}

export const fold = (text: string) => text.trim().toLocaleLowerCase('en');

/** The one of several that a cell means, by its id or its name. */
export function meant<T extends { id: string }>(
  cell: string,
  all: readonly T[],
  namesOf: (one: T) => readonly string[],
): T | 'unknown' | 'ambiguous' {
  const byId = all.find(({ id }) => id === cell.toLowerCase());
  const [one, other] = byId ? [byId] : all.filter((each) => namesOf(each).some((name) => fold(name) === fold(cell)));
  if (one === undefined) return 'unknown';
  return other === undefined ? one : 'ambiguous';
}

export const namesOfSection = ({ name }: { name: Partial<Record<string, string>> }): string[] =>
  Object.values(name).flatMap((one) => one ?? []);

/** Cells by column; a column that the file does not have, or that a short record leaves out, is not there. */
export function cellsOf(record: CsvRecord, names: readonly string[]): Cells {
  const cells: Cells = {};
  for (const column of columns) {
    const cell = record.cells[names.indexOf(column)];
    if (cell !== undefined) cells[column] = withoutGuard(cell.replaceAll('\u00a0', ' ').trim());
  }
  return cells;
}
