const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs more than using it a hundred times: each zone has one. */
function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** Minutes that `zone` is ahead of UTC at `instant`. */
function offsetAt(instant: number, zone: string): number {
  const parts = formatIn(zone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((local - instant) / 60_000);
}

/** What a clock in `zone` shows at an instant, as a `datetime-local` field wants it: `2026-07-03T18:00`. */
export function toZoned(instant: string, zone: string): string {
  const at = Date.parse(instant);
  return new Date(at + offsetAt(at, zone) * 60_000).toISOString().slice(0, 16);
}

/** The instant at which a clock in `zone` shows `local`. An hour that is skipped in spring moves on; one that comes twice in autumn is the first. */
export function fromZoned(local: string, zone: string): string {
  const wall = Date.parse(`${local}Z`);
  const before = wall - offsetAt(wall - 86_400_000, zone) * 60_000;
  const after = wall - offsetAt(wall + 86_400_000, zone) * 60_000;
  const fits = (at: number) => at + offsetAt(at, zone) * 60_000 === wall;
  return new Date(fits(before) || !fits(after) ? before : after).toISOString();
}
