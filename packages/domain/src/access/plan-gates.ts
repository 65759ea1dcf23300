/** What a file of gates would change, row by row. Pure: the same file, gates and map give the same plan. */
import { cellAt, columnPlaces } from '../csv-columns.ts';
import { type CsvFault, type CsvRecord, type Table, writeCsv } from '../csv.ts';
import { meant, namesIn, plainName } from '../meant.ts';
import { type Gate, type GateImportRow, NewGate } from './gate-contract.ts';

export const mostGates = 2_000;

/** What a column may be called; the first is its name. */
const columns = {
  id: ['id'],
  name: ['name', 'gate', 'nom', 'nombre', 'nome', 'porte', 'tor', 'puerta', 'varco', 'portão'],
  entrance: [
    'entrance',
    'entrance on the map',
    'entrée',
    'entrée sur le plan',
    'eingang',
    'eingang auf der karte',
    'entrada',
    'entrada en el mapa',
    'ingresso',
    'ingresso sulla mappa',
    'entrada no mapa',
  ],
} as const;
type Column = keyof typeof columns;
type Places = Partial<Record<Column, number>>;

/** An entrance of the map, by its names. */
export interface Entrance {
  id: string;
  name: Partial<Record<string, string>>;
}

export interface GatePlan {
  rows: GateImportRow[];
  writes: { before: Gate | null; after: Pick<Gate, 'name' | 'placeId'> }[];
}

export interface GateFault {
  reason: CsvFault['reason'] | 'no_columns' | 'duplicate_column' | 'empty' | 'too_many_rows';
  line: number;
}

/** Compares a file with the gates as they are now: which one a row is says its id, else its name. */
export function planGates(
  table: Table,
  { gates, entrances }: { gates: readonly Gate[]; entrances: readonly Entrance[] },
): GatePlan | GateFault {
  if (!Array.isArray(table)) return table;
  const [header, ...lines] = table;
  if (header === undefined || lines.length === 0) return { reason: 'empty', line: 1 };
  const places = columnPlaces(header, columns);
  if ('reason' in places) return places;
  if (places.name === undefined) return { reason: 'no_columns', line: header.line };
  const surplus = lines[mostGates];
  if (surplus !== undefined) return { reason: 'too_many_rows', line: surplus.line };
  const judge = rowJudge(gates, entrances, places, header.cells.length);
  const plan: GatePlan = { rows: [], writes: [] };
  for (const record of lines) {
    const { row, write } = judge(record);
    plan.rows.push(row);
    if (write !== null) plan.writes.push(write);
  }
  return plan;
}

function rowJudge(gates: readonly Gate[], entrances: readonly Entrance[], places: Places, width: number) {
  const byId = new Map(gates.map((gate) => [gate.id, gate]));
  const byName = new Map(gates.map((gate) => [plainName(gate.name), gate]));
  const taken = new Set<string>();

  return (record: CsvRecord): { row: GateImportRow; write: GatePlan['writes'][number] | null } => {
    const cells = {
      id: cellAt(record, places.id),
      name: cellAt(record, places.name),
      entrance: cellAt(record, places.entrance),
    };
    const shown = { line: record.line, name: cells.name.slice(0, 60), entrance: cells.entrance.slice(0, 80) };
    const refuse = (column: Column | '', reason: GateImportRow['reasons'][number]['reason']) => ({
      row: { ...shown, outcome: 'refused' as const, columns: [], reasons: [{ column, reason }] },
      write: null,
    });
    if (record.cells.slice(width).some((cell) => cell.trim() !== '')) return refuse('', 'surplus_cells');
    const byItsId = cells.id === '' ? undefined : byId.get(cells.id.toLowerCase());
    if (cells.id !== '' && byItsId === undefined) return refuse('id', 'unknown');
    const named = NewGate.shape.name.safeParse(cells.name);
    if (!named.success) return refuse('name', reasonOf(cells.name, named.error.issues[0]));
    const namesake = byName.get(plainName(named.data));
    const before = byItsId ?? namesake ?? null;
    const keys = [plainName(named.data), ...(before === null ? [] : [before.id])];
    // Two rows for one gate, or a name that another gate has.
    if (keys.some((key) => taken.has(key)) || (namesake !== undefined && namesake.id !== before?.id))
      return refuse('name', 'duplicate');
    for (const key of keys) taken.add(key);
    const placeId = placeOf(places.entrance === undefined ? null : cells.entrance, before, entrances);
    if (typeof placeId === 'string') return refuse('entrance', placeId);
    const after = { name: named.data, placeId: placeId.id };
    const changed = before === null ? [] : changedColumns(before, after);
    const outcome = before === null ? ('new' as const) : changed.length > 0 ? ('changed' as const) : ('same' as const);
    return {
      row: { ...shown, outcome, columns: changed, reasons: [] },
      write: outcome === 'same' ? null : { before, after },
    };
  };
}

/** Where a gate would stand; a file that does not speak of it leaves it, and so does one that names the place by its id, though it is gone. */
function placeOf(
  cell: string | null,
  before: Gate | null,
  entrances: readonly Entrance[],
): { id: string | null } | 'unknown' | 'ambiguous' {
  const was = before?.placeId ?? null;
  if (cell === null || (was !== null && cell.toLowerCase() === was)) return { id: was };
  return cell === '' ? { id: null } : meant(cell, entrances, namesIn);
}

const changedColumns = (before: Gate, after: Pick<Gate, 'name' | 'placeId'>): Column[] => [
  ...(before.name === after.name ? [] : (['name'] as const)),
  ...(before.placeId === after.placeId ? [] : (['entrance'] as const)),
];

function reasonOf(cell: string, issue: { code: string; message: string } | undefined) {
  if (cell === '') return 'required' as const;
  return issue?.code === 'too_big' ? ('too_long' as const) : ('control_characters' as const);
}

/** The gates as a file that `planGates` reads back as "same"; without any gate, the heading to begin with. */
export function gatesAsCsv(gates: readonly Gate[], entrances: readonly Entrance[]): string {
  /** Its name where no other entrance has it too. */
  const cellOf = (placeId: string | null): string => {
    if (placeId === null) return '';
    const [name = ''] = namesIn(entrances.find(({ id }) => id === placeId) ?? { name: {} });
    const found = name === '' ? 'unknown' : meant(name, entrances, namesIn);
    return typeof found !== 'string' && found.id === placeId ? name : placeId;
  };
  return writeCsv([Object.keys(columns), ...gates.map(({ id, name, placeId }) => [id, name, cellOf(placeId)])]);
}
