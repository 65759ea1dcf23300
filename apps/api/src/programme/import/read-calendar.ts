import type { ImportFault } from '@festivals/domain/programme/import/contract';
import type { ImportRecord } from '@festivals/domain/programme/import/guess-columns';
import { isZone } from '@festivals/domain/calendar';
import { momentOf } from '@festivals/domain/programme/import/read-time';
import ical from 'ical.js';
import { mendCalendar } from './mend-calendar.ts';
import { refusedRecord, scheduleRecord } from './schedule-records.ts';

const statuses: Readonly<Record<string, string>> = {
  CONFIRMED: 'CONFIRMED',
  TENTATIVE: 'PENDING',
  CANCELLED: 'CANCELLED',
};

/** An iCalendar's events. One that repeats is no set, and one of whole days has no time, or none that is one: each is refused by name. */
export function readCalendar(source: string): ImportRecord[] | ImportFault {
  const calendars = parsed(source) ?? parsed(mendCalendar(source));
  if (calendars === null) return 'malformed';
  const events = calendars.flatMap((calendar) => {
    const zones = new Map(
      calendar
        .getAllSubcomponents('vtimezone')
        .map((component) => [String(component.getFirstPropertyValue('tzid') ?? ''), new ical.Timezone(component)]),
    );
    // Many keep a calendar for each stage, and name it alone after it.
    const stage = String(
      calendar.getFirstPropertyValue('x-wr-calname') ?? calendar.getFirstPropertyValue('name') ?? '',
    );
    return calendar.getAllSubcomponents('vevent').map((event) => ({ event, from: { zones, stage } }));
  });
  return events.map(({ event, from }, at) => readable(event, from, at + 1));
}

function parsed(source: string): ical.Component[] | null {
  try {
    const found: unknown = ical.parse(source);
    const jcal = Array.isArray(found) && Array.isArray(found[0]) ? found : [found];
    return jcal.map((one) => new ical.Component(one));
  } catch {
    return null;
  }
}

/** What an event's calendar says of all of them. */
interface Calendar {
  zones: ReadonlyMap<string, ical.Timezone>;
  /** Where those are that say no place. */
  stage: string;
}

/** An event with a time that is none is refused by itself: the others can be read. */
function readable(event: ical.Component, from: Calendar, line: number): ImportRecord {
  try {
    return recordOf(event, from, line);
  } catch {
    return refusedRecord(line, 'bad_start', String(event.getFirstPropertyValue('summary') ?? ''));
  }
}

function recordOf(event: ical.Component, { zones, stage }: Calendar, line: number): ImportRecord {
  const text = (name: string) => {
    const value = event.getFirstPropertyValue(name);
    return value === null ? '' : String(value);
  };
  const summary = text('summary');
  if (['rrule', 'rdate', 'recurrence-id'].some((name) => event.hasProperty(name)))
    return refusedRecord(line, 'repeats', summary);
  const start = event.getFirstPropertyValue('dtstart');
  if (start instanceof ical.Time && start.isDate) return refusedRecord(line, 'whole_day', summary);
  const artist = text('x-festivals-artist');
  const title = text('x-festivals-title');
  const isOurs = event.hasProperty('x-festivals-title');
  const genres = event.getAllProperties('categories').flatMap((property) => property.getValues().map(String));
  return scheduleRecord(line, {
    id: text('uid'),
    start: moment(event, 'dtstart', zones),
    end: moment(event, 'dtend', zones),
    duration: text('duration'),
    stage: text('location') || stage,
    artist: isOurs ? artist : summary,
    title: isOurs ? title : '',
    status: statuses[text('status').toUpperCase()] ?? '',
    zone: zoneOf(event, zones),
    genres: genres.join(','),
    bio: text('description'),
  });
}

const tzid = (event: ical.Component, name: string): string => {
  const parameter = event.getFirstProperty(name)?.getParameter('tzid');
  return typeof parameter === 'string' ? parameter : '';
};

/** The zone that a calendar's name of it means: many write it below a path of their own (RFC 5545, 3.8.3.1). */
const known = (name: string): string | undefined =>
  name
    .split('/')
    .map((_, at, parts) => parts.slice(at).join('/'))
    .find(isZone);

/** The zone that the planner is told; it refuses one that nobody knows. Times of one that the calendar alone describes come in UTC. */
function zoneOf(event: ical.Component, zones: ReadonlyMap<string, ical.Timezone>): string {
  const zone = tzid(event, 'dtstart');
  return known(zone) ?? (zones.has(zone) ? '' : zone);
}

/** A time as its calendar means it: in a zone that everyone knows, in one that the calendar describes, in UTC, or anywhere. */
function moment(event: ical.Component, name: string, zones: ReadonlyMap<string, ical.Timezone>): string {
  const value = event.getFirstPropertyValue(name);
  if (!(value instanceof ical.Time)) return '';
  const [zone, first] = [tzid(event, name), tzid(event, 'dtstart')];
  const described = zones.get(zone);
  const own = known(zone);
  // The planner has one zone for both: an end by another clock is told in UTC.
  if (own !== undefined) return own === known(first) ? value.toString() : inUtc(value, own);
  if (described === undefined) return value.toString();
  const inZone = value.clone();
  inZone.zone = described;
  return inZone.convertToZone(ical.Timezone.utcTimezone).toString();
}

function inUtc(value: ical.Time, zone: string): string {
  const [date = ''] = value.toString().split('T');
  return new Date(momentOf(date, value.hour * 60 + value.minute, zone, value.second)).toISOString();
}
