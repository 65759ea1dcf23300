/** What lines of guests would add to a list, row by row. Pure: the same lines and the same guests give the same plan. */
import { z } from 'zod';
import { cellAt, columnPlaces, plainCell } from '../../csv-columns.ts';
import { withoutGuard, type CsvFault, type CsvRecord, type Table } from '../../csv.ts';
import { type Guest, NewGuest } from './schemas.ts';

export const mostGuests = 2_000;

/** What a column may be called; the first is its name. */
const columns = {
  name: ['name', 'guest', 'nom', 'nombre', 'nome', 'gast', 'full name'],
  email: ['email', 'e-mail', 'mail', 'courriel', 'correo', 'adresse e-mail'],
  companions: [
    'companions',
    'plus',
    '+',
    'begleitung',
    'accompagnants',
    'acompañantes',
    'accompagnatori',
    'acompanhantes',
  ],
  note: ['note', 'notes', 'notiz', 'remarque', 'nota'],
} as const;
type Column = keyof typeof columns;

export const GuestReason = z.enum([
  'required',
  'invalid',
  'too_long',
  'duplicate',
  'control_characters',
  'surplus_cells',
]);
export type GuestReason = z.infer<typeof GuestReason>;

/** What becomes of one line, by its number. */
export const GuestRow = z.object({
  line: z.int(),
  outcome: z.enum(['new', 'same', 'refused']),
  name: z.string(),
  email: z.string(),
  companions: z.int(),
  columns: z.array(z.string()),
  /** Why it is refused, by column; the empty column is the whole line. */
  reasons: z.array(z.object({ column: z.string(), reason: GuestReason })),
});
export type GuestRow = z.infer<typeof GuestRow>;

export interface GuestPlan {
  rows: GuestRow[];
  writes: NewGuest[];
}

export interface GuestFault {
  reason: CsvFault['reason'] | 'no_columns' | 'duplicate_column' | 'empty' | 'too_many_rows';
  line: number;
}

type Cells = Record<Column, string>;
type Known = Pick<Guest, 'name' | 'email'>;

/**
 * Reads lines with a heading by its columns; without one, an address is told by its sign, a number or +2 is how many come along, the
 * first other cell is the name and the rest a note. Who stands on the list already, by address or by name where there is none, is left as is.
 */
export function planGuests(table: Table, known: readonly Known[]): GuestPlan | GuestFault {
  if (!Array.isArray(table)) return table;
  const [header] = table;
  if (header === undefined) return { reason: 'empty', line: 1 };
  const places = placesOf(header);
  if (places !== null && 'reason' in places) return places;
  const lines = places === null ? table : table.slice(1);
  if (lines.length === 0) return { reason: 'empty', line: 1 };
  const surplus = lines[mostGuests];
  if (surplus !== undefined) return { reason: 'too_many_rows', line: surplus.line };
  const there = new Set(known.map(keyOf));
  const taken = new Set<string>();
  const plan: GuestPlan = { rows: [], writes: [] };
  for (const record of lines) {
    const cells = places === null ? told(record) : named(record, places);
    const { row, guest } = judge(record.line, cells, there, taken);
    plan.rows.push(row);
    if (guest) plan.writes.push(guest);
  }
  return plan;
}

const keyOf = ({ name, email }: Known): string => email?.toLowerCase() ?? name.toLowerCase();

type Places = Partial<Record<Column, number>>;

/** Where the columns stand; null where the first line is a guest already. */
function placesOf(header: CsvRecord): Places | GuestFault | null {
  const places = columnPlaces(header, columns);
  if ('reason' in places) return places;
  if (Object.keys(places).length === 0) return null;
  return places.name === undefined ? { reason: 'no_columns', line: header.line } : places;
}

const named = (record: CsvRecord, places: Places): Cells => ({
  name: cellAt(record, places.name),
  email: cellAt(record, places.email),
  companions: cellAt(record, places.companions),
  note: cellAt(record, places.note),
});

function told({ cells }: CsvRecord): Cells {
  const found: Cells = { name: '', email: '', companions: '', note: '' };
  const notes: string[] = [];
  for (const cell of cells.map(plainCell)) {
    if (cell === '') continue;
    if (found.email === '' && cell.includes('@')) found.email = cell;
    else if (found.companions === '' && /^'?\+? ?\d{1,3}$/.test(cell)) found.companions = cell;
    else if (found.name === '') found.name = withoutGuard(cell);
    else notes.push(withoutGuard(cell));
  }
  return { ...found, note: notes.join(', ') };
}

function judge(
  line: number,
  cells: Cells,
  there: ReadonlySet<string>,
  taken: Set<string>,
): { row: GuestRow; guest: NewGuest | null } {
  const companions = cells.companions === '' ? 0 : Number(cells.companions.replace(/^'?\+? ?/, ''));
  const shown = {
    line,
    name: cells.name.slice(0, 120),
    email: cells.email.slice(0, 254),
    companions: Number.isInteger(companions) ? Math.min(companions, 999) : 0,
    columns: [],
  };
  const result = NewGuest.safeParse({ ...cells, email: cells.email === '' ? null : cells.email, companions });
  if (!result.success) {
    // One reason a column; issues name the columns, which are these.
    const first = new Map(result.error.issues.toReversed().map((issue) => [String(issue.path[0]), issue]));
    const reasons = [...first].map(([column, { code, message }]) => ({
      column,
      reason: reasonOf(cells[column as Column], column, code, message),
    }));
    return { row: { ...shown, outcome: 'refused', reasons }, guest: null };
  }
  const key = keyOf(result.data);
  if (taken.has(key))
    return {
      row: {
        ...shown,
        outcome: 'refused',
        reasons: [{ column: result.data.email ? 'email' : 'name', reason: 'duplicate' }],
      },
      guest: null,
    };
  taken.add(key);
  const isThere = there.has(key);
  return { row: { ...shown, outcome: isThere ? 'same' : 'new', reasons: [] }, guest: isThere ? null : result.data };
}

function reasonOf(cell: string, column: string, code: string, message: string): GuestReason {
  if (cell === '') return 'required';
  if (column === 'companions') return 'invalid';
  if (code === 'too_big') return 'too_long';
  return message === 'control_characters' ? 'control_characters' : 'invalid';
}
