import type { ExportedProgramme } from './exported-set.ts';
import { localTime } from './local-time.ts';

/** The columns of a programme as a table, in the words that an import knows. */
export const tableColumns = [
  'id',
  'day',
  'start',
  'end',
  'stage',
  'artist',
  'title',
  'status',
  'country',
  'genres',
] as const;

/** A programme as a table for spreadsheets, its header first; times are the festival's own. */
export function programmeTable({ festival, sets }: ExportedProgramme): string[][] {
  return [
    [...tableColumns],
    ...sets.map(({ id, day, startsAt, endsAt, stage, artist, title, status }) => [
      id,
      day,
      localTime(startsAt, festival.zone),
      localTime(endsAt, festival.zone),
      stage,
      artist?.name ?? '',
      title ?? '',
      status,
      artist?.country ?? '',
      artist?.genres.join(', ') ?? '',
    ]),
  ];
}
