/** A programme as frab and pentabarf write schedules (https://c3voc.de/wiki/schedule), as XML and as JSON. */
import { addDays, datesFrom, instantOf } from '../../calendar.ts';
import { nameOf, type ExportedProgramme, type ExportedSet } from './exported-set.ts';
import { clockLength, withOffset } from './local-time.ts';

const generator = 'Festivals';

/** The schedule's days: all of the festival, and those before and after it on which something is planned. */
function daysOf({ festival, sets }: ExportedProgramme) {
  const cutOff = `${String(festival.cutOff).padStart(2, '0')}:00`;
  const dates = [...datesFrom(festival.startsOn, festival.endsOn), ...sets.map(({ day }) => day)];
  const morning = (date: string) => withOffset(instantOf(date, cutOff, festival.zone).toISOString(), festival.zone);
  return [...new Set(dates)].toSorted().map((date, index) => ({
    index: index + 1,
    date,
    start: morning(date),
    end: morning(addDays(date, 1)),
  }));
}

/** A number for each set, as old readers want one: the same for the same sets, and no two alike. */
function numbersOf(sets: readonly ExportedSet[]): Map<string, number> {
  const taken = new Set<number>();
  const numbers = new Map<string, number>();
  for (const id of sets.map((set) => set.id).toSorted()) {
    let number = Number.parseInt(id.slice(-8), 16) % 2_147_483_646;
    do number += 1;
    while (taken.has(number));
    taken.add(number);
    numbers.set(id, number);
  }
  return numbers;
}

const acronymOf = (slug: string) => slug.replaceAll('-', '_').padEnd(4, '_');

/** What a recording or a page of a set would be called: both schemas want it to begin with the festival. */
const slugOf = (slug: string, number: number) => `${acronymOf(slug)}-${String(number).padStart(4, '0')}`;

/** The stages that are named, in their order, and then any other on which something is planned. */
const roomsOf = ({ stages, sets }: ExportedProgramme) => [...new Set([...stages, ...sets.map(({ stage }) => stage)])];

/** The sets of each day and stage, looked up by both. */
function placed(sets: readonly ExportedSet[]): (day: string, room: string) => ExportedSet[] {
  const groups = Map.groupBy(sets, ({ day, stage }) => `${day} ${stage}`);
  return (day, room) => groups.get(`${day} ${room}`) ?? [];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// XML 1.0 cannot say other control characters at all.
const xml = (text: string) =>
  text.replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '').replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '');

const playersOf = ({ artist, others }: ExportedSet) => (artist ? [artist, ...others] : []);

const element = (name: string, text: string) => `<${name}>${xml(text)}</${name}>`;

/** A schedule that is valid against the format's published schema. */
export function frabXml(programme: ExportedProgramme): string {
  const { festival, sets } = programme;
  const setsOf = placed(sets);
  const numbers = numbersOf(sets);
  const days = daysOf(programme);
  const rooms = roomsOf(programme);
  const event = (set: ExportedSet) => [
    `      <event guid="${set.id}" id="${numbers.get(set.id) ?? 1}">`,
    `        ${element('room', set.stage)}`,
    `        ${element('title', nameOf(set))}`,
    `        ${element('subtitle', set.title ?? '')}`,
    `        <type>concert</type>`,
    `        ${element('date', withOffset(set.startsAt, festival.zone))}`,
    `        ${element('start', withOffset(set.startsAt, festival.zone).slice(11, 16))}`,
    `        ${element('duration', clockLength(set))}`,
    `        ${element('abstract', '')}`,
    `        ${element('slug', slugOf(festival.slug, numbers.get(set.id) ?? 1))}`,
    `        ${element('track', set.artist?.genres[0] ?? '')}`,
    `        <persons>${playersOf(set)
      .map(({ id, name }) => `<person guid="${id}">${xml(name)}</person>`)
      .join('')}</persons>`,
    `        ${element('description', set.artist?.bio ?? '')}`,
    `      </event>`,
  ];
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<schedule>',
    `  <generator name="${generator}"/>`,
    '  <version>1</version>',
    '  <conference>',
    `    ${element('title', festival.name)}`,
    `    ${element('acronym', acronymOf(festival.slug))}`,
    `    ${element('start', festival.startsOn)}`,
    `    ${element('end', festival.endsOn)}`,
    `    ${element('days', String(days.length))}`,
    '    <timeslot_duration>00:05</timeslot_duration>',
    `    ${element('url', festival.url)}`,
    `    ${element('time_zone_name', festival.zone)}`,
    '  </conference>',
    ...days.flatMap(({ index, date, start, end }) => [
      `  <day date="${date}" start="${start}" end="${end}" index="${index}">`,
      ...rooms.flatMap((room) => [
        `    <room name="${xml(room)}">`,
        ...setsOf(date, room).flatMap(event),
        '    </room>',
      ]),
      '  </day>',
    ]),
    '</schedule>',
    '',
  ];
  return lines.join('\n');
}

/** The same schedule as JSON, valid against the schema that it names. */
export function frabJson(programme: ExportedProgramme): string {
  const { festival, sets } = programme;
  const setsOf = placed(sets);
  const numbers = numbersOf(sets);
  const days = daysOf(programme);
  const rooms = roomsOf(programme);
  const event = (set: ExportedSet) => ({
    guid: set.id,
    id: numbers.get(set.id) ?? 1,
    date: withOffset(set.startsAt, festival.zone),
    start: withOffset(set.startsAt, festival.zone).slice(11, 16),
    end: withOffset(set.endsAt, festival.zone),
    duration: clockLength(set),
    room: set.stage,
    slug: slugOf(festival.slug, numbers.get(set.id) ?? 1),
    url: festival.url,
    title: nameOf(set),
    subtitle: set.title,
    track: set.artist?.genres[0] ?? null,
    type: 'concert',
    language: null,
    abstract: null,
    description: set.artist?.bio ?? null,
    persons: playersOf(set).map(({ id, name }) => ({ guid: id, name, public_name: name })),
    links: [],
    attachments: [],
  });
  const schedule = {
    version: '1',
    conference: {
      acronym: acronymOf(festival.slug),
      title: festival.name,
      start: festival.startsOn,
      end: festival.endsOn,
      daysCount: days.length,
      timeslot_duration: '00:05',
      time_zone_name: festival.zone,
      url: festival.url,
      days: days.map(({ index, date, start, end }) => ({
        index,
        date,
        day_start: start,
        day_end: end,
        rooms: Object.fromEntries(rooms.map((room) => [room, setsOf(date, room).map(event)])),
      })),
    },
  };
  return `${JSON.stringify({ $schema: 'https://c3voc.de/schedule/schema.json', generator: { name: generator }, schedule }, null, 1)}\n`;
}
