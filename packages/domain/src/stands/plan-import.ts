/** What a file of products would change, row by row. Pure: the same file and the same stands give the same plan. */
import { Language } from '../primitives.ts';
import { Allergen, Diet, NewProduct, type ImportReason, type ImportRow, type Product, type Stand } from './contract.ts';
import type { CsvFault, CsvRecord, Table } from '../csv.ts';
import { meant, namesIn, plainName } from '../meant.ts';
import { type PlannedCount, stockReader } from './plan-stock.ts';
import {
  type Cells,
  cellsOf,
  type Column,
  columns,
  columnsOf,
  nameColumns,
  type NamedPicture,
} from './product-columns.ts';
import type { StockItem } from './stock-contract.ts';

export const mostRows = 5_000;

type Known = Product & { standId: string };

/** What a festival has, beside its stands, that a file may name. */
export interface Named {
  /** The language of a name that says none: the festival's first. */
  language: Language;
  pictures: readonly NamedPicture[];
  stock: readonly StockItem[];
  /** Whether something may be sold at a rate, in basis points. */
  mayBeVat: (rate: number) => boolean;
}

export interface ImportFault {
  reason: CsvFault['reason'] | 'no_columns' | 'duplicate_column' | 'empty' | 'too_many_rows';
  line: number;
}

/** A row that was understood, with what it writes; `before` is null for a new product. */
export interface ImportWrite {
  before: Known | null;
  after: NewProduct & { standId: string; pictureId: string | null };
  /** Whether the product itself is another one; else it is counted only. */
  isEdit: boolean;
  stock: PlannedCount | null;
}

export interface ImportPlan {
  rows: ImportRow[];
  writes: ImportWrite[];
}

/** Compares a file with the stands as they are now. */
export function planImport(table: Table, stands: readonly Stand[], named: Named): ImportPlan | ImportFault {
  if (!Array.isArray(table)) return table;
  const [header, ...lines] = table;
  if (header === undefined || lines.length === 0) return { reason: 'empty', line: 1 };
  const names = columnsOf(header, named.language);
  const known = columns.filter((column) => names.includes(column));
  if (!known.some((column) => column.startsWith('name.') || column === 'id'))
    return { reason: 'no_columns', line: header.line };
  if (known.some((column) => names.indexOf(column) !== names.lastIndexOf(column)))
    return { reason: 'duplicate_column', line: header.line };
  const surplus = lines[mostRows];
  if (surplus !== undefined) return { reason: 'too_many_rows', line: surplus.line };

  const reader = rowReader(stands, named);
  const plan: ImportPlan = { rows: [], writes: [] };
  for (const record of lines) {
    const { row, write } = reader(record, names);
    plan.rows.push(row);
    if (write !== null) plan.writes.push(write);
  }
  return plan;
}

function rowReader(stands: readonly Stand[], { pictures, stock, mayBeVat }: Named) {
  const readStock = stockReader(stock);
  const standsByName = Map.groupBy(stands, (stand) => plainName(stand.name));
  const products = stands.flatMap((stand) =>
    stand.products.map((product): Known => ({ ...product, standId: stand.id })),
  );
  const byId = new Map(products.map((product) => [product.id, product]));
  const byName = Map.groupBy(
    products.flatMap((product) =>
      Object.entries(product.name).map(([language, name]) => ({
        key: `${product.standId} ${language} ${plainName(name)}`,
        product,
      })),
    ),
    ({ key }) => key,
  );
  const nextOrder = new Map(
    stands.map((stand) => [stand.id, Math.max(-1, ...stand.products.map(({ order }) => order)) + 1]),
  );
  const taken = new Set<string>();

  return (record: CsvRecord, names: readonly string[]): { row: ImportRow; write: ImportWrite | null } => {
    const cells = cellsOf(record, names);
    const firstName = nameColumns.find((column) => cells[column]);
    const name = (firstName && cells[firstName]) ?? '';
    const refuse = (...reasons: ImportRow['reasons']) => ({
      row: {
        line: record.line,
        outcome: 'refused' as const,
        name: name.slice(0, 120),
        stand: (cells.stand ?? '').slice(0, 80),
        columns: [],
        stock: null,
        reasons,
      },
      write: null,
    });
    if (record.cells.slice(names.length).some((cell) => cell.trim() !== ''))
      return refuse({ column: '', reason: 'surplus_cells' });

    const named = cells.stand ? (standsByName.get(plainName(cells.stand)) ?? []) : [];
    const byItsId = cells.id ? byId.get(cells.id.toLowerCase()) : undefined;
    if (cells.id && byItsId === undefined) return refuse({ column: 'id', reason: 'unknown' });
    if (cells.stand && named.length === 0) return refuse({ column: 'stand', reason: 'unknown' });
    // Of two stands with one name, a product stays at its own.
    const stand = named.find(({ id }) => id === byItsId?.standId) ?? (named.length === 1 ? named[0] : undefined);
    if (named.length > 1 && stand === undefined) return refuse({ column: 'stand', reason: 'ambiguous' });
    const standId = stand?.id ?? byItsId?.standId;
    if (standId === undefined) return refuse({ column: 'stand', reason: 'required' });

    const key = `${standId} ${firstName?.slice(5)} ${plainName(name)}`;
    const alike = cells.id ? [] : (byName.get(key) ?? []);
    if (alike.length > 1) return refuse({ column: 'id', reason: 'ambiguous' });
    const before = byItsId ?? alike[0]?.product ?? null;
    const identity = before?.id ?? key;
    if (taken.has(identity)) return refuse({ column: before ? 'id' : (firstName ?? ''), reason: 'duplicate' });
    taken.add(identity);

    const kept = before?.standId === standId ? before.sectionId : null;
    const sections = stands.find(({ id }) => id === standId)?.sections ?? [];
    const section = cells.section ? meant(cells.section, sections, namesIn) : null;
    if (typeof section === 'string') return refuse({ column: 'section', reason: section });
    const picture = cells.picture ? meant(cells.picture, pictures, (one) => [one.name]) : null;
    if (typeof picture === 'string') return refuse({ column: 'picture', reason: picture });
    const pictureId = cells.picture === undefined ? (before?.picture?.id ?? null) : (picture?.id ?? null);

    const order = before?.order ?? nextOrder.get(standId) ?? 0;
    const result = NewProduct.safeParse({
      ...valuesOf(before, cells),
      // A heading belongs to one menu: who changes the stand leaves it behind.
      sectionId: cells.section === undefined ? kept : (section?.id ?? null),
      order,
    });
    if (!result.success) {
      const reasons = result.error.issues.map(({ path: [part, inner], code, message }) => {
        const column =
          part === 'name' ? (inner === undefined ? (firstName ?? 'name') : `name.${String(inner)}`) : String(part);
        return { column, reason: reasonOf(column, code, message, cells) };
      });
      return refuse(...reasons);
    }
    const after = { ...result.data, standId, pictureId };
    const { vat } = after;
    // A rate that a product already has is not judged again.
    if (vat !== before?.vat && !mayBeVat(vat)) return refuse({ column: 'vat', reason: 'unknown' });
    const shownName = Object.values(after.name)[0] ?? name;
    const count = readStock(cells.stock, { productId: before?.id, standId, name: shownName });
    if (typeof count === 'string') return refuse({ column: 'stock', reason: count });
    const edited = before === null ? [] : changedColumns(before, after);
    const changed = [...edited, ...(before !== null && count !== null ? ['stock'] : [])];
    const outcome = before === null ? ('new' as const) : changed.length > 0 ? ('changed' as const) : ('same' as const);
    if (outcome === 'new') nextOrder.set(standId, order + 1);
    const standName = stands.find(({ id }) => id === standId)?.name ?? '';
    return {
      row: {
        line: record.line,
        outcome,
        name: shownName,
        stand: standName,
        columns: changed,
        stock: count && { from: count.from, to: count.to },
        reasons: [],
      },
      write: outcome === 'same' ? null : { before, after, isEdit: edited.length > 0, stock: count },
    };
  };
}

/** What a product would be: what the file does not speak of stays, or is left to the contract's defaults. */
function valuesOf(before: Known | null, cells: Cells) {
  const names = nameColumns.flatMap((column) => {
    const name = cells[column] ?? before?.name[Language.parse(column.slice(5))];
    return name === undefined || name === '' ? [] : [[column.slice(5), name]];
  });
  const of = <T>(cell: string | undefined, kept: T | undefined, read: (text: string) => unknown) =>
    cell === undefined ? kept : read(cell);
  return {
    name: Object.fromEntries(names),
    category: of(cells.category, before?.category, (text) => (text === '' ? undefined : code(text))),
    price: of(cells.price, before?.price, decimal),
    vat: of(cells.vat, before?.vat, (text) => decimal(text.replace(/\s*%$/, ''))),
    deposit: of(cells.deposit, before?.deposit, (text) => (text === '' ? null : decimal(text))),
    diets: of(cells.diets, before?.diets, (text) => codes(text, Diet.options)),
    allergens: of(cells.allergens, before?.allergens, (text) => codes(text, Allergen.options)),
  };
}

const code = (text: string) => text.toUpperCase().replaceAll(/[- ]/g, '_');

/** Words as codes, each once, in the catalogue's order; those that it does not have come last, to be refused. */
function codes(text: string, catalogue: readonly string[]): string[] {
  const words = new Set(
    text
      .split(/[\s,;|/]+/)
      .filter(Boolean)
      .map(code),
  );
  return [...catalogue.filter((one) => words.has(one)), ...[...words].filter((one) => !catalogue.includes(one))];
}

/**
 * A decimal as hundredths, with comma or point and an optional currency sign. "1,234" could be either of two numbers and
 * is none: nothing is guessed about money.
 */
export function decimal(text: string): number | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f'’]|^[€$£]|[€$£]$|^(?:EUR|USD|GBP|CHF)|(?:EUR|USD|GBP|CHF)$/g, '');
  if (plain === '') return undefined;
  const grouped = /^(\d{1,3}(?:,\d{3})+)\.(\d{1,2})$/.exec(plain) ?? /^(\d{1,3}(?:\.\d{3})+),(\d{1,2})$/.exec(plain);
  const [, units = '', parts = ''] = grouped ?? /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(plain) ?? [];
  return units === '' ? Number.NaN : Number(units.replaceAll(/[.,]/g, '') + parts.padEnd(2, '0'));
}

function reasonOf(column: string, issue: string, message: string, cells: Cells): ImportReason {
  if (message === 'no_name' || message === 'control_characters') return message;
  if (column.startsWith('name.')) return issue === 'too_big' ? 'too_long' : 'invalid';
  // Cells are read by their column's name; one that is not there was left out.
  return cells[column as Column] ? 'invalid' : 'required';
}

function changedColumns(before: Known, after: ImportWrite['after']): string[] {
  const names = nameColumns.filter((column) => {
    const language = Language.parse(column.slice(5));
    return (before.name[language] ?? '') !== ((after.name as Product['name'])[language] ?? '');
  });
  const same = (one: readonly string[], other: readonly string[]) => one.toSorted().join() === other.toSorted().join();
  const plain = (['category', 'price', 'vat', 'deposit'] as const).filter((column) => before[column] !== after[column]);
  const lists = (['diets', 'allergens'] as const).filter((column) => !same(before[column], after[column]));
  return [
    ...names,
    ...plain,
    ...lists,
    ...(before.standId === after.standId ? [] : ['stand']),
    ...(before.sectionId === after.sectionId ? [] : ['section']),
    ...((before.picture?.id ?? null) === after.pictureId ? [] : ['picture']),
  ];
}
