import ical from 'ical.js';
import { expect, it } from 'vitest';
import { calendarEntry } from './ticket-calendar.ts';

const entry = {
  uid: '0193-a@festivals',
  startsOn: '2027-07-30',
  endsOn: '2027-07-31',
  title: 'Fête; été, hiver \\ “Solbrume” — une très longue ligne que personne ne lit jusqu’au bout, même en vacances',
  place: 'Prés de la Brume, Valbrume',
  text: 'Drei-Tage-Pass\nŁukasz',
  now: new Date('2027-01-02T03:04:05.678Z'),
};

it('is read back by a calendar that is not ours: whole days, the last one included, and every letter', () => {
  const [, , [event]] = ical.parse(calendarEntry(entry)) as [
    unknown,
    unknown,
    [Parameters<typeof ical.Component.fromString>[0]],
  ];
  const read = new ical.Event(new ical.Component(event as unknown as ConstructorParameters<typeof ical.Component>[0]));
  expect([read.startDate.toString(), read.endDate.toString()]).toEqual(['2027-07-30', '2027-08-01']);
  expect([read.summary, read.location, read.description]).toEqual([entry.title, entry.place, entry.text]);
});

it('has no line of more than 75 octets', () => {
  const lines = calendarEntry(entry).split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
});
