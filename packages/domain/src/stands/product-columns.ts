/** The columns of a file of products, for who writes one and who reads it. Pure. */
import { cellAt, plainCell } from '../csv-columns.ts';
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

/** What people call those that every list has, in six languages. */
const headings: readonly (readonly [Column | 'name', string])[] = [
  ['name', 'name|product|article|nom|produit|produkt|artikel|nombre|producto|nome|prodotto|produto'],
  ['category', 'catégorie|kategorie|categoría|categoria'],
  ['price', 'prix|preis|precio|prezzo|preço'],
  ['vat', 'vat rate|tva|taux de tva|mwst|ust|iva'],
  ['deposit', 'consigne|caution|pfand|depósito|fianza|cauzione|caução'],
  ['stand', 'stand name|nom du stand|puesto|chiosco|banca'],
];
const meaning = new Map(headings.flatMap(([column, names]) => names.split('|').map((name) => [name, column] as const)));

/** The columns that the headings of a file mean; a heading of another kind stays what it is. @param language of a name that says none */
export function columnsOf(header: CsvRecord, language: Language): string[] {
  const said = header.cells.map((cell) => plainCell(cell).toLowerCase());
  return said.map((name) => {
    const meant = meaning.get(name);
    const column = meant === 'name' ? `name.${language}` : meant;
    // A column under its own name needs nobody to guess another.
    return column === undefined || said.includes(column) ? name : column;
  });
}

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
