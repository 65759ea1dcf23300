import { lines, route, upload } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Instant, Line, LocalDate } from '../../primitives.ts';
import { SlotStatus } from '../contract.ts';

/** What a column of a file can tell of a set. */
export const ImportField = z.enum([
  'id',
  'day',
  'start',
  'end',
  'duration',
  'stage',
  'artist',
  'title',
  'status',
  'zone',
  'country',
  'genres',
  'bio',
  'announced',
]);
export type ImportField = z.infer<typeof ImportField>;

export const ImportFormat = z.enum(['csv', 'tsv', 'xlsx', 'frab_xml', 'frab_json', 'icalendar']);
export type ImportFormat = z.infer<typeof ImportFormat>;

/** How a file is to be understood; whatever is guessed can be corrected. */
export const ImportOptions = z
  .object({
    /** Whose ids the file has: ids are remembered per source. */
    source: Line(80),
    /** What each column is; null for one that is left alone. */
    mapping: z.array(ImportField.nullable()).max(200),
    /** On which line the columns' names stand; 0 when the file has none. */
    headerLine: z.int().min(0).max(1_000_000),
    /** Whether 01:30 under "Saturday" is in the night after Saturday, or in the small hours of its date. */
    night: z.enum(['festival_day', 'calendar_day']),
    /** What a new set is of which the file does not say it. */
    statusOfNew: z.enum(['PENDING', 'CONFIRMED']),
  })
  .refine(
    ({ mapping }) => {
      const used = mapping.filter((field) => field !== null);
      return new Set(used).size === used.length;
    },
    { path: ['mapping'], message: 'duplicates' },
  )
  .meta({ id: 'ProgrammeImportOptions' });
export type ImportOptions = z.infer<typeof ImportOptions>;

export const ImportVerdict = z.enum(['NEW', 'CHANGED', 'SAME', 'REFUSED']);
export type ImportVerdict = z.infer<typeof ImportVerdict>;

/** Why a row is not imported. */
export const ImportReason = z.enum([
  'no_name',
  'no_stage',
  'no_day',
  'no_start',
  'bad_day',
  'bad_start',
  'bad_end',
  'bad_duration',
  'bad_zone',
  'bad_status',
  'bad_announcement',
  'end_before_start',
  'too_long',
  'duplicate',
  'duplicate_id',
  'surplus_cells',
  'repeats',
  'whole_day',
]);
export type ImportReason = z.infer<typeof ImportReason>;

/** What is odd about a row that is imported all the same. */
export const ImportWarning = z.enum([
  'name_cut',
  'markup_removed',
  'end_assumed',
  'day_above',
  'overlap_pending',
  'outside_festival',
  'country_left_out',
  'stage_new',
  'artist_new',
  'announcement_stays',
]);
export type ImportWarning = z.infer<typeof ImportWarning>;

/** What becomes of one row of a file. */
export const ImportedRow = z
  .object({
    /** Where it stands in the file, counted from 1. */
    line: z.int(),
    verdict: ImportVerdict,
    name: z.string(),
    stage: z.string(),
    /** The festival day. */
    day: LocalDate.nullable(),
    startsAt: Instant.nullable(),
    endsAt: Instant.nullable(),
    status: SlotStatus.nullable(),
    slotId: z.uuid().nullable(),
    changes: z.array(
      z.object({
        field: z.enum(['stage', 'artist', 'title', 'start', 'end', 'status', 'announced']),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    warnings: z.array(ImportWarning),
    /** Why it is refused; `seen` is what the file has there, or the line that it repeats. */
    refusal: z.object({ reason: ImportReason, seen: z.string() }).nullable(),
  })
  .meta({ id: 'ProgrammeImportRow' });
export type ImportedRow = z.infer<typeof ImportedRow>;

/** Why a file cannot be read at all. */
export const ImportFault = z.enum([
  'empty',
  'unknown_format',
  'old_excel',
  'malformed',
  'too_many_rows',
  'too_large_inside',
  'unclosed_quote',
  'text_after_quote',
  'doctype',
  'changed_meanwhile',
  'failed',
]);
export type ImportFault = z.infer<typeof ImportFault>;

/** READING → READY or UNREADABLE; READY → APPLYING → APPLIED → UNDONE. */
export const ImportStatus = z.enum(['READING', 'READY', 'UNREADABLE', 'APPLYING', 'APPLIED', 'UNDONE']);
export type ImportStatus = z.infer<typeof ImportStatus>;

export const ImportCounts = z.object({
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
  warned: z.int(),
  /** Sets of the programme that the file does not name: they stay as they are. */
  untouched: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const ProgrammeImport = z
  .object({
    id: z.uuid(),
    version: z.int(),
    name: z.string(),
    status: ImportStatus,
    fault: z.object({ reason: ImportFault, line: z.int().nullable() }).nullable(),
    format: ImportFormat.nullable(),
    encoding: z.string().nullable(),
    /** The columns' names as the file has them. */
    columns: z.array(z.string()),
    /** The first rows, cell by cell, for whoever says what the columns are. */
    sample: z.array(z.array(z.string())),
    options: ImportOptions.nullable(),
    counts: ImportCounts.nullable(),
    /** Names that do not exist yet, the first hundred of them. */
    newStages: z.array(z.string()),
    newArtists: z.array(z.string()),
    newArtistsCount: z.int(),
    /** What was shown: applying it names it. */
    hash: z.string().nullable(),
    /** How many rows of how many are read or written. */
    done: z.int(),
    total: z.int(),
    createdAt: Instant,
    appliedAt: Instant.nullable(),
  })
  .meta({ id: 'ProgrammeImport' });
export type ProgrammeImport = z.infer<typeof ProgrammeImport>;

export const largestFile = 20_000_000;

const OfImport = InFestival.extend({ importId: z.uuid() });

export const uploadProgrammeImport = route({
  method: 'POST',
  path: '/festivals/:festivalId/programme/imports',
  permission: 'programme.edit',
  summary:
    'Hand in a file of sets, or of artists alone (CSV, TSV, XLSX, frab XML or JSON, iCalendar; at most 20 MB); it is read by a job and changes nothing',
  params: InFestival,
  query: z.object({ name: Line(200).default('file') }),
  // What it is, its bytes say: browsers name types by what is installed.
  body: upload(['application/octet-stream'], largestFile),
  response: ProgrammeImport,
  status: 201,
  limit: { times: 20, seconds: 60 },
});

export const listProgrammeImports = route({
  method: 'GET',
  path: '/festivals/:festivalId/programme/imports',
  permission: 'programme.edit',
  summary: 'The latest twenty imports, the newest first',
  params: InFestival,
  response: z.array(ProgrammeImport),
});

export const getProgrammeImport = route({
  method: 'GET',
  path: '/festivals/:festivalId/programme/imports/:importId',
  permission: 'programme.edit',
  summary: 'How far an import is, and what it would do',
  params: OfImport,
  response: ProgrammeImport,
  errors: ['general.not_found'],
});

export const listProgrammeImportRows = route({
  method: 'GET',
  path: '/festivals/:festivalId/programme/imports/:importId/rows',
  permission: 'programme.edit',
  summary: 'What becomes of each row of the file, one a line',
  params: OfImport,
  response: lines(ImportedRow),
  errors: ['general.not_found'],
});

export const mapProgrammeImport = route({
  method: 'PUT',
  path: '/festivals/:festivalId/programme/imports/:importId/options',
  permission: 'programme.edit',
  summary: 'Say how the file is to be understood; it is read again',
  params: OfImport,
  body: z.object({ version: z.int().min(1), options: ImportOptions }),
  response: ProgrammeImport,
  errors: ['general.not_found', 'general.conflict', 'programme.import_not_ready'],
});

export const applyProgrammeImport = route({
  method: 'POST',
  path: '/festivals/:festivalId/programme/imports/:importId/apply',
  permission: 'programme.edit',
  summary: 'Write what was shown under this hash, all or nothing, in a job; refused rows are left out',
  params: OfImport,
  body: z.object({ hash: z.string().min(1).max(100) }),
  response: ProgrammeImport,
  status: 202,
  errors: ['general.not_found', 'programme.import_not_ready', 'programme.import_changed'],
});

export const undoProgrammeImport = route({
  method: 'POST',
  path: '/festivals/:festivalId/programme/imports/:importId/undo',
  permission: 'programme.edit',
  summary: 'Take an import back; refused when somebody has changed since what it wrote',
  params: OfImport,
  response: ProgrammeImport,
  errors: ['general.not_found', 'programme.import_not_ready', 'programme.import_touched', 'programme.overlap'],
});
