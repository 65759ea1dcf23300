/** Gates: what they are called, and at which entrance of the map they stand. */
import { bytes, nothing, queryInteger, route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Line } from '../primitives.ts';
import { tableUpload } from '../table-upload.ts';

const Version = z.int().min(1);

export const Gate = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** The entrance of the map at which it stands; null where nobody said. */
    placeId: z.uuid().nullable(),
    version: Version,
  })
  .meta({ id: 'Gate' });
export type Gate = z.infer<typeof Gate>;

const editable = z.object({ name: Line(60), placeId: z.uuid().nullable() });
export const NewGate = editable.extend({ placeId: editable.shape.placeId.default(null) });

export const GateImportReason = z.enum([
  'required',
  'unknown',
  'ambiguous',
  'duplicate',
  'too_long',
  'control_characters',
  'surplus_cells',
]);

/** What becomes of one record of a file, by the line on which it begins. */
export const GateImportRow = z.object({
  line: z.int(),
  outcome: z.enum(['new', 'changed', 'same', 'refused']),
  name: z.string(),
  /** The entrance as the file names it. */
  entrance: z.string(),
  /** Columns that would change. */
  columns: z.array(z.string()),
  /** Why it is refused, by column; the empty column is the whole row. */
  reasons: z.array(z.object({ column: z.string(), reason: GateImportReason })),
});
export type GateImportRow = z.infer<typeof GateImportRow>;

const tableFile = tableUpload(1_000_000);

const OnGate = InFestival.extend({ gateId: z.uuid() });

export const listGates = route({
  method: 'GET',
  path: '/festivals/:festivalId/gates',
  permission: 'places.read',
  summary: 'The gates by name, and where they stand',
  params: InFestival,
  response: z.array(Gate),
});

export const createGate = route({
  method: 'POST',
  path: '/festivals/:festivalId/gates',
  permission: 'access.edit',
  idempotent: true,
  summary: 'Add a gate',
  params: InFestival,
  body: NewGate,
  response: Gate,
  status: 201,
  errors: ['access.no_entrance', 'access.gate_named_alike'],
});

export const updateGate = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/gates/:gateId',
  permission: 'access.edit',
  summary: 'Rename a gate or put it at another entrance; `version` is the one that the change was made from',
  params: OnGate,
  body: z.object({ version: Version, changes: editable.partial() }),
  response: Gate,
  errors: ['general.not_found', 'general.conflict', 'access.no_entrance', 'access.gate_named_alike'],
});

export const deleteGate = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/gates/:gateId',
  permission: 'access.edit',
  summary: 'Take a gate away; what was scanned there stays',
  params: OnGate,
  query: z.object({ version: queryInteger().min(1) }),
  response: nothing(),
  errors: ['general.not_found', 'general.conflict'],
});

export const restoreGate = route({
  method: 'POST',
  path: '/festivals/:festivalId/gates/:gateId/restoration',
  permission: 'access.edit',
  summary: 'Bring a gate back that was taken away',
  params: OnGate,
  response: Gate,
  errors: ['general.not_found', 'general.conflict', 'access.gate_named_alike'],
});

export const exportGates = route({
  method: 'GET',
  path: '/festivals/:festivalId/gates.csv',
  permission: 'places.read',
  summary:
    'All gates as CSV, to be changed in a spreadsheet and imported again; the heading alone where there is none yet',
  params: InFestival,
  response: bytes('text/csv; charset=utf-8'),
});

export const previewGates = route({
  method: 'POST',
  path: '/festivals/:festivalId/gates/import/preview',
  permission: 'access.edit',
  summary: 'What a CSV or Excel file of gates (id, name, entrance) would change; changes nothing',
  params: InFestival,
  body: tableFile,
  response: z.object({ hash: z.string(), rows: z.array(GateImportRow) }),
  errors: ['access.gates_unreadable'],
});

export const importGates = route({
  method: 'POST',
  path: '/festivals/:festivalId/gates/import',
  permission: 'access.edit',
  summary:
    'Import a CSV or Excel file of gates exactly as its preview showed it, all or nothing; `hash` is the preview’s',
  params: InFestival,
  query: z.object({ hash: z.string().min(1).max(100) }),
  body: tableFile,
  response: z.object({ created: z.int(), changed: z.int() }),
  errors: ['access.gates_unreadable', 'access.gates_refused', 'access.gates_changed', 'access.gate_named_alike'],
});
