import ical from 'ical.js';

const isProperty = (line: string) => /^[a-z][a-z0-9-]*[;:]/i.test(line);
/** What must be understood, or the event would be another one. */
const isNeeded = (line: string) => /^(?:BEGIN|END|DTSTART|DTEND|DURATION|RRULE|RDATE|RECURRENCE-ID|UID)\b/i.test(line);

/**
 * A calendar whose lines are not all lines of a calendar, as programs write them that do not escape the line breaks of a
 * description: what stands alone belongs to the text above it, and what says nothing that is read here is left out.
 */
export function mendCalendar(source: string): string {
  const lines: string[] = [];
  for (const line of source.split(/\r\n|\r|\n/)) {
    if (isProperty(line)) lines.push(line);
    else if (/^[ \t]/.test(line)) lines.push(`${lines.pop() ?? ''}${line.slice(1)}`);
    else if (line.trim() !== '') lines.push(`${lines.pop() ?? ''}\\n${line}`);
  }
  return lines.filter((line) => isNeeded(line) || isReadable(line)).join('\r\n');
}

function isReadable(line: string): boolean {
  try {
    ical.parse.property(line);
    return true;
  } catch {
    return false;
  }
}
