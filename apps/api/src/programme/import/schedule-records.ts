import { isZone } from '@festivals/domain/calendar';
import type { ImportField, ImportReason } from '@festivals/domain/programme/import/contract';
import type { ImportRecord } from '@festivals/domain/programme/import/guess-columns';

/** Schedules and calendars are told as a table with these columns. */
export const scheduleColumns = [
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
  'genres',
  'bio',
] as const satisfies readonly ImportField[];

export type ScheduleCells = Partial<Record<(typeof scheduleColumns)[number], string>>;

/** An event of a schedule as a record; what it does not say is left empty. */
export const scheduleRecord = (line: number, cells: ScheduleCells): ImportRecord => ({
  line,
  cells: scheduleColumns.map((column) => cells[column] ?? ''),
});

/** An event that cannot be a set. */
export const refusedRecord = (line: number, reason: ImportReason, name: string): ImportRecord => ({
  line,
  cells: [`!${reason}`, name],
});

interface ScheduleEvent {
  id: string;
  day: string;
  date: string;
  start: string;
  duration: string;
  room: string;
  title: string;
  subtitle: string;
  persons: readonly string[];
  track: string;
  text: string;
}

interface Schedule {
  /** Ours say who plays and what apart; in others' schedules without persons, the title is who plays. */
  isOurs: boolean;
  /** What it says its clocks are: a zone, or a word of one program's own, which tells nothing. */
  zone: string;
}

/** The events of a schedule as records. */
export function fromSchedule(events: readonly ScheduleEvent[], { isOurs, zone }: Schedule): ImportRecord[] {
  const arePeople = isOurs || events.some(({ persons }) => persons.length > 0);
  return events.map((event, at) => {
    const artist = isOurs ? (event.persons[0] ?? '') : event.persons.join(' & ');
    return scheduleRecord(at + 1, {
      id: event.id,
      day: event.day,
      // Old schedules have a time alone, new ones a moment as well.
      start: /T\d/.test(event.date) ? event.date : event.start,
      duration: event.duration,
      stage: event.room,
      artist: arePeople ? artist : event.title,
      title: isOurs ? event.subtitle : arePeople ? event.title : '',
      zone: isZone(zone) ? zone : '',
      genres: event.track,
      bio: event.text,
    });
  });
}
