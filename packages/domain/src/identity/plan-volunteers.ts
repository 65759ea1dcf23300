/** What a file of volunteers would change, row by row. Pure: the same file and the same people give the same plan. */
import { z } from 'zod';
import { cellAt, columnPlaces } from '../csv-columns.ts';
import type { CsvFault, CsvRecord, Table } from '../csv.ts';
import { Email, Line } from '../primitives.ts';
import { type Volunteer, VolunteerPhone, type VolunteerReason, type VolunteerRow } from './volunteer-contract.ts';

export const mostVolunteers = 2_000;

/** What a column may be called; the first is its name. */
const columns = {
  first: ['first name', 'first_name', 'firstname', 'given name', 'prénom', 'prenom', 'vorname'],
  name: ['name', 'nom', 'nombre', 'nome', 'full name', 'nom complet'],
  last: [
    'last name', 'last_name', 'lastname', 'surname', 'family name', 'nom de famille', 'nachname', 'familienname', 'apellido',
    'apellidos', 'cognome', 'apelido', 'sobrenome',
  ], // prettier-ignore
  email: ['email', 'e-mail', 'mail', 'courriel', 'correo', 'adresse e-mail', 'e-mail-adresse', 'correo electrónico'],
  crew: ['crew', 'team', 'équipe', 'equipe', 'equipo', 'squadra', 'equipa'],
  phone: [
    'phone',
    'telephone',
    'téléphone',
    'telefon',
    'teléfono',
    'telefono',
    'telefone',
    'tel',
    'gsm',
    'mobile',
    'handy',
    'mobil',
  ],
} as const;
type Column = keyof typeof columns;
/** The parts of a name, in the order in which it is said. */
const namesIn = ['first', 'name', 'last'] as const;

const Person = z.object({
  name: Line(120),
  email: Email,
  crew: Line(60),
  phone: z.preprocess((text) => (text === '' ? null : text), VolunteerPhone.nullable()),
});
export type PlannedVolunteer = z.infer<typeof Person>;
type Known = Pick<Volunteer, 'id' | 'email' | 'name' | 'crew' | 'phone' | 'version'>;

export interface VolunteerPlan {
  rows: VolunteerRow[];
  writes: { before: Known | null; after: PlannedVolunteer }[];
}

export interface VolunteerFault {
  reason: CsvFault['reason'] | 'no_columns' | 'duplicate_column' | 'empty' | 'too_many_rows';
  line: number;
}

/** Compares a file with the volunteers as they are now; who is known is told by the address. */
export function planVolunteers(table: Table, known: readonly Known[]): VolunteerPlan | VolunteerFault {
  if (!Array.isArray(table)) return table;
  const [header, ...lines] = table;
  if (header === undefined || lines.length === 0) return { reason: 'empty', line: 1 };
  const places = columnPlaces(header, columns);
  if ('reason' in places) return places;
  const isNamed = namesIn.some((column) => places[column] !== undefined);
  if (!isNamed || places.email === undefined || places.crew === undefined)
    return { reason: 'no_columns', line: header.line };
  const surplus = lines[mostVolunteers];
  if (surplus !== undefined) return { reason: 'too_many_rows', line: surplus.line };
  const byEmail = new Map(known.map((one) => [one.email.toLowerCase(), one]));
  const taken = new Set<string>();
  const plan: VolunteerPlan = { rows: [], writes: [] };
  for (const record of lines) {
    const { row, after } = judge(record, header.cells.length, places, byEmail, taken);
    plan.rows.push(row);
    if (after !== null && row.outcome !== 'same') plan.writes.push({ before: byEmail.get(after.email) ?? null, after });
  }
  return plan;
}

type Places = Partial<Record<Column, number>>;

function judge(
  record: CsvRecord,
  width: number,
  places: Places,
  byEmail: ReadonlyMap<string, Known>,
  taken: Set<string>,
): { row: VolunteerRow; after: PlannedVolunteer | null } {
  const cells = {
    name: namesIn
      .map((column) => cellAt(record, places[column]))
      .filter((part) => part !== '')
      .join(' '),
    email: cellAt(record, places.email),
    crew: cellAt(record, places.crew),
    phone: cellAt(record, places.phone),
  };
  const shown = { line: record.line, name: cells.name.slice(0, 120), email: cells.email.slice(0, 254) };
  const refuse = (reasons: VolunteerRow['reasons']) => ({
    row: { ...shown, outcome: 'refused' as const, columns: [], reasons },
    after: null,
  });
  if (record.cells.slice(width).some((one) => one.trim() !== ''))
    return refuse([{ column: '', reason: 'surplus_cells' }]);
  const result = Person.safeParse(cells);
  if (!result.success) {
    // One reason a column; issues name the columns of `Person`, which are these.
    const first = new Map(
      result.error.issues.toReversed().map((issue) => [String(issue.path[0]) as keyof typeof cells, issue]),
    );
    return refuse(
      [...first].map(([column, { code, message }]) => ({ column, reason: reasonOf(cells[column], code, message) })),
    );
  }
  if (taken.has(result.data.email)) return refuse([{ column: 'email', reason: 'duplicate' }]);
  taken.add(result.data.email);
  const before = byEmail.get(result.data.email);
  // A file without telephones says nothing about them.
  const after = places.phone === undefined && before ? { ...result.data, phone: before.phone } : result.data;
  const changed = before ? (['name', 'crew', 'phone'] as const).filter((part) => before[part] !== after[part]) : [];
  const outcome =
    before === undefined ? ('new' as const) : changed.length > 0 ? ('changed' as const) : ('same' as const);
  return { row: { ...shown, outcome, columns: changed, reasons: [] }, after };
}

function reasonOf(cell: string, code: string, message: string): VolunteerReason {
  if (cell === '') return 'required';
  if (code === 'too_big') return 'too_long';
  return message === 'control_characters' ? 'control_characters' : 'invalid';
}
