/** The columns of a file of products, for who writes one and who reads it. Pure. */
import { cellAt } from '../csv-columns.ts';
import type { CsvRecord } from '../csv.ts';
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

/** Cells by column; a column that the file does not have, or that a short record leaves out, is not there. */
export function cellsOf(record: CsvRecord, names: readonly string[]): Cells {
  const cells: Cells = {};
  for (const column of columns) {
    const place = names.indexOf(column);
    if (record.cells[place] !== undefined) cells[column] = cellAt(record, place);
  }
  return cells;
}
