/** A stand's menu as a sheet of texts: what is in its cells, what of it is new, and what is wrong with it. Pure. */
import { Allergen, Diet, NewProduct, ProductCategory } from '@festivals/domain/stands/contract';
import type { Product, ProductDeed } from '@festivals/domain/stands/contract';
import type { Language } from '@festivals/messages';
import { formatDecimal, parseDecimal } from '../form/decimal.ts';

export type Column =
  | `name.${Language}`
  | 'category'
  | 'price'
  | 'vat'
  | 'deposit'
  | 'diets'
  | 'allergens'
  | 'sectionId'
  | 'order';
export type Cells = Partial<Record<Column, string>>;

export interface Row {
  key: string;
  /** What the server has; null for a row that was added here. */
  saved: { id: string; version: number; cells: Cells } | null;
  cells: Cells;
  removed: boolean;
  /** What the server refused, by cell or of the whole row. */
  refused: { [C in Column]?: string } & { row?: string };
}

/** What a value is called in the reader's language. */
export type Names = {
  category: Record<string, string>;
  /** The sections of this stand's menu, by their ids. */
  sectionId: Record<string, string>;
  /** The rates that the festival offers, as a cell has them; none where any may be written. */
  vat: Record<string, string>;
  diets: Record<string, string>;
  allergens: Record<string, string>;
};

/** The columns of a sheet; sections have one where the menu has any. */
export const columnsOf = (languages: readonly Language[], hasSections: boolean): Column[] => [
  ...languages.map((language): Column => `name.${language}`),
  'category',
  'price',
  'vat',
  'deposit',
  'diets',
  'allergens',
  ...(hasSections ? (['sectionId'] as const) : []),
  'order',
];

const allowed = { category: ProductCategory.options, diets: Diet.options, allergens: Allergen.options } as const;

/** A product as texts; the names of every language, whether they are shown or not. */
export function cellsOf(product: NewProduct, locale: string): Cells {
  const names = Object.entries(product.name).map(([language, name]) => [`name.${language}`, name]);
  return {
    ...Object.fromEntries(names),
    category: product.category,
    price: formatDecimal(product.price, 2, locale),
    vat: formatDecimal(product.vat, 2, locale),
    deposit: product.deposit === null ? '' : formatDecimal(product.deposit, 2, locale),
    diets: product.diets.join(' '),
    allergens: product.allergens.join(' '),
    sectionId: product.sectionId ?? '',
    order: String(product.order),
  };
}

export const rowOf = (product: Product, locale: string): Row => {
  const cells = cellsOf(product, locale);
  const { id, version } = product;
  return { key: id, saved: { id, version, cells }, cells, removed: false, refused: {} };
};

/** An empty row at the end; it takes category, VAT and section from the one above, which they mostly share. */
export function newRow(
  key: string,
  above: Row | undefined,
  { order, vat: usual }: { order: number; vat: string },
): Row {
  const { category = 'OTHER', vat = usual, sectionId = '' } = above?.cells ?? {};
  return { key, saved: null, cells: { category, vat, sectionId, order: String(order) }, removed: false, refused: {} };
}

const text = (cells: Cells, column: Column) => cells[column] ?? '';

/** Whether a cell is not what the server has. */
export const isChanged = ({ saved, cells }: Row, column: Column) =>
  saved === null || text(saved.cells, column) !== text(cells, column);

/** Whether a row waits to be saved. */
export const isUnsaved = (row: Row) =>
  row.saved === null
    ? !row.removed
    : row.removed ||
      Object.keys({ ...row.cells, ...row.saved.cells }).some((column) => isChanged(row, column as Column));

/** What somebody typed or pasted, as the cell keeps it: choices by their code, whatever language they were named in. */
export function typed(column: Column, value: string, names: Names): string {
  const plain = value.replaceAll(/[\s\u00a0]+/g, ' ').trim();
  if (column !== 'category' && column !== 'diets' && column !== 'allergens' && column !== 'sectionId') return plain;
  const known = names[column];
  const codeOf = (word: string) => {
    const wanted = word.trim().toLocaleLowerCase();
    const code = wanted.toUpperCase().replaceAll(/[- ]/g, '_');
    return Object.keys(known).find((one) => one === code || known[one]?.toLocaleLowerCase() === wanted) ?? word.trim();
  };
  if (column === 'category' || column === 'sectionId') return plain === '' ? '' : codeOf(plain);
  const words = /[,;|]/.test(plain) || codeOf(plain) in known ? plain.split(/[,;|]/) : plain.split(' ');
  return [...new Set(words.filter((word) => word.trim() !== '').map(codeOf))].join(' ');
}

/** A block that a spreadsheet copied: rows of cells, quoted where they hold a line break. */
export function block(pasted: string): string[][] {
  const cells = pasted
    .replaceAll('\r\n', '\n')
    .replace(/\n$/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/g);
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows;
}

/** A block as a spreadsheet takes it: cells that hold a tab, a line break or a quote at their start are quoted. */
export const blockText = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) => cells.map((cell) => (/[\t\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\n');

export type Judged = { deed: ProductDeed; wrong: null } | { deed: null; wrong: { [C in Column]?: string } };

/** What saving a row asks of the server, or what is wrong with which cell (a word of the validation's messages). */
export function judge(row: Row, locale: string, mayBeVat: (rate: number) => boolean = () => true): Judged {
  const { saved, cells } = row;
  if (row.removed && saved !== null)
    return { deed: { op: 'remove', id: saved.id, version: saved.version }, wrong: null };
  // What is no number is NaN, which the contract refuses with a message of its own.
  const number = (column: Column, digits: number) =>
    text(cells, column) === '' ? undefined : (parseDecimal(text(cells, column), digits, locale) ?? Number.NaN);
  const chosen = (column: 'diets' | 'allergens') => text(cells, column).split(' ').filter(Boolean);
  const values = {
    name: Object.fromEntries(
      Object.entries(cells).flatMap(([column, name]) => (column.startsWith('name.') ? [[column.slice(5), name]] : [])),
    ),
    category: text(cells, 'category'),
    price: number('price', 2),
    vat: number('vat', 2),
    deposit: text(cells, 'deposit') === '' ? null : number('deposit', 2),
    diets: chosen('diets'),
    allergens: chosen('allergens'),
    sectionId: text(cells, 'sectionId') || null,
    order: number('order', 0),
  };
  const result = NewProduct.safeParse(values);
  // A rate that a product already has is not judged again.
  if (result.success && isChanged(row, 'vat') && !mayBeVat(result.data.vat))
    return { deed: null, wrong: { vat: 'unknown_vat_rate' } };
  if (result.success && text(cells, 'order') !== '')
    return {
      deed:
        saved === null
          ? { op: 'create', product: result.data }
          : { op: 'change', id: saved.id, version: saved.version, changes: result.data },
      wrong: null,
    };
  const issues = result.error?.issues ?? [{ path: ['order'], message: 'required' }];
  const firstName = Object.keys(cells).find((column) => column.startsWith('name.'));
  return {
    deed: null,
    wrong: Object.fromEntries(
      issues.map(({ path: [part, inner], message }) => [
        part === 'name' ? (inner === undefined ? (firstName ?? 'name') : `name.${String(inner)}`) : String(part),
        message,
      ]),
    ),
  };
}

/**
 * Puts what was typed upon what somebody else saved meanwhile. Cells that both changed keep the text typed here and say
 * what the other one wrote, so that nobody is overwritten unseen.
 */
export function rebased(
  row: Row,
  current: Product | undefined,
  locale: string,
  words: { gone: string; changed: string; now: (value: string) => string },
): Row {
  if (row.saved === null) return row;
  if (current === undefined) return { ...row, refused: { row: words.gone } };
  const theirs = cellsOf(current, locale);
  const columns = Object.keys({ ...theirs, ...row.cells }) as Column[];
  const mine = columns.filter((column) => isChanged(row, column));
  const before = row.saved.cells;
  const both = mine.filter((column) => text(theirs, column) !== text(before, column));
  return {
    ...row,
    saved: { id: current.id, version: current.version, cells: theirs },
    cells: { ...theirs, ...Object.fromEntries(mine.map((column) => [column, text(row.cells, column)])) },
    refused: {
      row: words.changed,
      ...Object.fromEntries(both.map((column) => [column, words.now(text(theirs, column))])),
    },
  };
}

/** The codes that a column offers. */
export const choicesOf = (column: 'category' | 'diets' | 'allergens'): readonly string[] => allowed[column];
