import type { ImportFault } from '@festivals/domain/programme/import/contract';
import type { ImportRecord } from '@festivals/domain/programme/import/guess-columns';
import { z } from 'zod';
import { fromSchedule } from './schedule-records.ts';

const Text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value)))
  .catch('');

const Person = z.union([
  z.string(),
  z
    .object({ public_name: Text, name: Text, full_public_name: Text })
    .transform((one) => one.public_name || one.name || one.full_public_name),
]);

const Event = z.object({
  guid: Text,
  id: Text,
  date: Text,
  start: Text,
  duration: Text,
  room: Text,
  title: Text,
  subtitle: Text,
  track: Text,
  description: Text,
  abstract: Text,
  persons: z.array(Person).catch([]),
});

const Day = z.object({ date: Text, rooms: z.record(z.string(), z.array(Event)) });
const Conference = z.object({ time_zone_name: Text, days: z.array(Day) });
const Document = z.union([
  z.object({
    generator: z.object({ name: Text }).optional().catch(undefined),
    schedule: z.object({ conference: Conference }),
  }),
  z
    .object({ generator: z.undefined().optional(), conference: Conference })
    .transform((document) => ({ generator: undefined, schedule: document })),
]);

/** A frab schedule in JSON. */
export function readScheduleJson(source: string): ImportRecord[] | ImportFault {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return 'malformed';
  }
  const document = Document.safeParse(value);
  if (!document.success) return 'unknown_format';
  const { generator, schedule } = document.data;
  const events = schedule.conference.days.flatMap((day) =>
    Object.entries(day.rooms).flatMap(([name, all]) =>
      all.map((event) => ({
        ...event,
        id: event.guid || event.id,
        day: day.date,
        room: name || event.room,
        persons: event.persons.filter(Boolean),
        text: event.description || event.abstract,
      })),
    ),
  );
  return fromSchedule(events, {
    isOurs: generator?.name === 'Festivals',
    zone: schedule.conference.time_zone_name,
  });
}
