interface Entry {
  uid: string;
  /** Local dates, `2027-07-16`; the last day is part of it. */
  startsOn: string;
  endsOn: string;
  title: string;
  place: string;
  text: string;
  /** When it was written, for calendars that ask which of two is newer. */
  now: Date;
}

/** A festival as an entry of somebody's calendar: whole days, as a ticket is valid (RFC 5545). */
export function calendarEntry({ uid, startsOn, endsOn, title, place, text, now }: Entry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Festivals//Ticket//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${dateOf(startsOn)}`,
    // The end of an entry is the first day that is not in it.
    `DTEND;VALUE=DATE:${dateOf(dayAfter(endsOn))}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

const dateOf = (date: string) => date.replaceAll('-', '');
const dayAfter = (date: string) =>
  new Date(new Date(`${date}T12:00:00Z`).getTime() + 86_400_000).toISOString().slice(0, 10);
const escaped = (text: string) => text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`);

/** A line has at most 75 octets; what is longer goes on after a blank, never within a letter. */
function folded(line: string): string {
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  const parts = [''];
  for (const letter of line) {
    const last = parts.at(-1) ?? '';
    if (bytes(last + letter) > (parts.length === 1 ? 75 : 74)) parts.push(letter);
    else parts[parts.length - 1] = last + letter;
  }
  return parts.join('\r\n ');
}
