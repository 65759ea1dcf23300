/** What a file would change in a programme, row by row. Pure: the same file and the same programme give the same plan. */
import { festivalDay } from '../../calendar.ts';
import type { DraftSlot } from '../contract.ts';
import { cleanLine, cut, fold } from './clean-text.ts';
import type { ImportedRow, ImportField, ImportOptions, ImportReason } from './contract.ts';
import type { ImportRecord } from './guess-columns.ts';
import { demoteOverlaps } from './demote-overlaps.ts';
import { isUnannounced } from './is-unannounced.ts';
import { matchRows, ownId } from './match-rows.ts';
import { nameRefs, type NameRefs } from './name-refs.ts';
import { namesArtistsAlone, planArtists } from './plan-artists.ts';
import type { Candidate, Current, ImportPlan, ImportWrites, Ref, Refuse } from './plan.ts';
import type { FestivalDays } from './read-day.ts';
import { readRow, type ReadRow } from './read-row.ts';

const iso = (at: number) => new Date(at).toISOString();
/** @param records what stands under the header, each with its line */
export function planImport(
  records: readonly ImportRecord[],
  { programme, known }: Current,
  festival: FestivalDays,
  options: ImportOptions,
): ImportPlan {
  const refusals: ImportedRow[] = [];
  const refuse = (line: number, reason: ImportReason, seen: string, row?: ReadRow) => {
    refusals.push(refusedRow(line, reason, seen, row));
  };
  const rows = readAll(records, festival, options, refuse);
  const names = nameRefs(programme);
  if (namesArtistsAlone(options.mapping))
    return planned(planArtists(rows, programme, names, refuse), refusals, { ...names.made, slots: [], ids: [] }, 0);
  const matched = matchRows(rows, programme, known, festival, refuse);
  const candidates: Candidate[] = [];
  const seen = new Map<string, number>();
  for (const { row, before } of matched) {
    const candidate = wanted(row, before, names, options);
    if ('reason' in candidate) {
      refuse(row.line, candidate.reason, '', row);
      continue;
    }
    const { stageName, artistName, after } = candidate;
    const key = before?.id ?? [fold(stageName), fold(artistName ?? after.title ?? ''), after.startsAt].join(' | ');
    const twin = row.id === null || before ? seen.get(key) : undefined;
    if (twin !== undefined) {
      refuse(row.line, 'duplicate', String(twin), row);
      continue;
    }
    seen.set(key, row.line);
    candidates.push(candidate);
  }
  const touched = new Set(candidates.flatMap(({ before }) => (before ? [before.id] : [])));
  const untouched = programme.slots.filter(({ id }) => !touched.has(id));
  demoteOverlaps(candidates, untouched);
  return decided(candidates, names, refusals, { untouched: untouched.length, festival });
}

/** Fields that only say where an event of a schedule is at fault; tables have none. */
const faults: readonly ImportReason[] = ['repeats', 'whole_day', 'bad_start'];

function readAll(records: readonly ImportRecord[], festival: FestivalDays, options: ImportOptions, refuse: Refuse) {
  const width = options.mapping.length;
  const rows: ReadRow[] = [];
  const lines = new Map<string, number>();
  let dayAbove = '';
  for (const { line, cells } of records) {
    // A schedule's event that cannot be a set says so instead of its cells.
    const fault = faults.find((reason) => cells[0] === `!${reason}`);
    if (fault) {
      refuse(line, fault, cells[1] ?? '');
      continue;
    }
    if (cells.slice(width).some((cell) => cell.trim() !== '')) {
      refuse(line, 'surplus_cells', cut(cells[width] ?? '', 80));
      continue;
    }
    const values = new Map<ImportField, string>();
    for (const [at, field] of options.mapping.entries()) {
      const cell = cells[at];
      // A short line leaves out what it does not have, rather than emptying it.
      if (field !== null && cell !== undefined) values.set(field, cell);
    }
    const row = readRow(line, values, festival, { ...options, dayAbove });
    dayAbove = cleanLine((values.get('day') ?? '').slice(0, 200)) || dayAbove;
    if ('reason' in row) {
      refuse(line, row.reason, cut(row.seen, 80), namesOnly(line, values));
      continue;
    }
    const first = row.id === null ? undefined : lines.get(row.id);
    if (first !== undefined) refuse(line, 'duplicate_id', String(first), row);
    else {
      if (row.id !== null) lines.set(row.id, line);
      rows.push(row);
    }
  }
  return rows;
}

/** Of a row that cannot be read, what may show which one it is. */
function namesOnly(line: number, values: ReadonlyMap<ImportField, string>): ReadRow {
  const only = new Map([...values].filter(([field]) => ['stage', 'artist', 'title'].includes(field)));
  const read = readRow(
    line,
    only,
    { zone: 'UTC', startsOn: '2000-01-01', endsOn: '2000-01-01', cutOff: 0 },
    { night: 'calendar_day' },
  );
  return 'reason' in read ? namesOnly(line, new Map()) : read;
}

/** Nobody is called "TBA": the set is, until there is a name. */
function named(row: ReadRow, names: NameRefs): Pick<ReadRow, 'artist' | 'title'> {
  const { artist, title } = row;
  return artist && isUnannounced(artist) && !names.hasArtist(artist)
    ? { artist: null, title: title ?? artist }
    : { artist, title };
}

/** What a row makes of its set: what it does not speak of stays. */
function wanted(
  row: ReadRow,
  before: DraftSlot | null,
  names: NameRefs,
  options: Pick<ImportOptions, 'statusOfNew'>,
): Candidate | { reason: ImportReason } {
  const stageName = row.stage ?? (before ? names.stageName(before.stageId) : undefined);
  if (stageName === undefined) return { reason: 'no_stage' };
  const startsAt = row.startsAt === undefined ? before?.startsAt : iso(row.startsAt);
  if (startsAt === undefined) return { reason: 'no_start' };
  const endsAt = endOf(row, before, startsAt);
  const said = named(row, names);
  // A title that only repeats the artist says nothing.
  const repeats = said.title && said.artist && fold(said.title) === fold(said.artist);
  // Who has a name by now is to be announced no more.
  const kept = said.artist && isUnannounced(before?.title) ? null : (before?.title ?? null);
  const title = said.title === undefined || repeats ? kept : said.title;
  const artistName = said.artist === undefined ? names.artistName(before?.artistId ?? null) : said.artist;
  // Who plays a set that is yet to be announced may be nobody's business.
  const mayBeNobody = before !== null && before.announcement !== 'OPEN';
  if (artistName === null && title === null && !mayBeNobody) return { reason: 'no_name' };
  const stage = names.stage(stageName, before);
  const artist = artistName === null ? null : names.artist(artistName, before, row);
  const status = row.status ?? before?.status ?? options.statusOfNew;
  const after = { stage, artist, title, startsAt, endsAt, status };
  return { row, before, after, stageName, artistName, isOverlapping: false };
}

/** An end that nobody wrote keeps the length that the set has. */
function endOf(row: ReadRow, before: DraftSlot | null, startsAt: string): string {
  if (row.endsAt === undefined) return before?.endsAt ?? startsAt;
  if (before === null || !row.warnings.includes('end_assumed')) return iso(row.endsAt);
  row.warnings = row.warnings.filter((warning) => warning !== 'end_assumed');
  return iso(Date.parse(startsAt) + Date.parse(before.endsAt) - Date.parse(before.startsAt));
}

function decided(
  candidates: readonly Candidate[],
  names: NameRefs,
  refusals: readonly ImportedRow[],
  { untouched, festival }: { untouched: number; festival: FestivalDays },
): ImportPlan {
  const writes: ImportWrites = { ...names.made, slots: [], ids: [] };
  const rows = candidates.map((candidate): ImportedRow => {
    const { row, before, after, stageName, artistName } = candidate;
    const changes = before ? changesOf(candidate, before, names) : [];
    const verdict = before === null ? 'NEW' : changes.length > 0 ? 'CHANGED' : 'SAME';
    // Many sources give ids that look like ours: one that is not this set's own is its source's.
    const externalId = row.id !== null && (before === null || ownId(row.id) !== before.id) ? row.id : null;
    if (verdict !== 'SAME') {
      writes.slots.push({ slotId: before?.id ?? null, version: before?.version ?? null, after, externalId });
    } else if (externalId !== null && before) writes.ids.push({ externalId, slotId: before.id });
    const day = festivalDay(new Date(after.startsAt), festival.zone, festival.cutOff);
    const isOutside = after.status !== 'CANCELLED' && (day < festival.startsOn || day > festival.endsOn);
    return {
      line: row.line,
      verdict,
      name: after.title ?? artistName ?? '',
      stage: stageName,
      day,
      startsAt: after.startsAt,
      endsAt: after.endsAt,
      status: after.status,
      slotId: before?.id ?? null,
      changes,
      warnings: [
        ...row.warnings,
        ...(candidate.isOverlapping ? (['overlap_pending'] as const) : []),
        ...(isOutside ? (['outside_festival'] as const) : []),
        ...('made' in after.stage ? (['stage_new'] as const) : []),
        ...(after.artist && 'made' in after.artist ? (['artist_new'] as const) : []),
      ],
      refusal: null,
    };
  });
  return planned(rows, refusals, writes, untouched);
}

/** @param untouched how many sets there are that the file does not name */
function planned(
  rows: readonly ImportedRow[],
  refusals: readonly ImportedRow[],
  writes: ImportWrites,
  untouched: number,
): ImportPlan {
  const all = [...rows, ...refusals].toSorted((a, b) => a.line - b.line);
  const count = (verdict: ImportedRow['verdict']) => all.filter((row) => row.verdict === verdict).length;
  const counts = {
    new: count('NEW'),
    changed: count('CHANGED'),
    same: count('SAME'),
    refused: count('REFUSED'),
    warned: all.filter(({ warnings }) => warnings.some((one) => one !== 'stage_new' && one !== 'artist_new')).length,
    untouched,
  };
  return { rows: all, counts, writes };
}

function changesOf(
  { after, stageName, artistName }: Candidate,
  before: DraftSlot,
  names: NameRefs,
): ImportedRow['changes'] {
  const idOf = (ref: Ref | null) => (ref === null ? null : 'id' in ref ? ref.id : undefined);
  const at = (moment: string) => Date.parse(moment);
  const change = (
    field: ImportedRow['changes'][number]['field'],
    differs: boolean,
    from: string | null,
    to: string | null,
  ) => (differs ? [{ field, from, to }] : []);
  return [
    ...change('stage', idOf(after.stage) !== before.stageId, names.stageName(before.stageId), stageName),
    ...change('artist', idOf(after.artist) !== before.artistId, names.artistName(before.artistId), artistName),
    ...change('title', after.title !== before.title, before.title, after.title),
    ...change('start', at(after.startsAt) !== at(before.startsAt), before.startsAt, after.startsAt),
    ...change('end', at(after.endsAt) !== at(before.endsAt), before.endsAt, after.endsAt),
    ...change('status', after.status !== before.status, before.status, after.status),
  ];
}

function refusedRow(line: number, reason: ImportReason, seen: string, row?: ReadRow): ImportedRow {
  return {
    line,
    verdict: 'REFUSED',
    name: row?.artist ?? row?.title ?? '',
    stage: row?.stage ?? '',
    day: null,
    startsAt: row?.startsAt === undefined ? null : iso(row.startsAt),
    endsAt: row?.endsAt === undefined ? null : iso(row.endsAt),
    status: null,
    slotId: null,
    changes: [],
    warnings: [],
    refusal: { reason, seen },
  };
}
