/** The festival's days as its visitors write them; calendar days, so no zone moves them. */
export function festivalDates(locale: string, startsOn: string, endsOn: string): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const [from, to] = [new Date(`${startsOn}T00:00:00Z`), new Date(`${endsOn}T00:00:00Z`)];
  return startsOn === endsOn ? format.format(from) : format.formatRange(from, to);
}
