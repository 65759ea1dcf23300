import { useFormatter } from 'use-intl';

/** Writes festival days as people do: `3–5 July 2026`. Days on the calendar have no zone, so none may shift them. */
export function useDays() {
  const format = useFormatter();
  return (startsOn: string, endsOn: string) =>
    format.dateTimeRange(new Date(`${startsOn}T12:00:00Z`), new Date(`${endsOn}T12:00:00Z`), {
      dateStyle: 'long',
      timeZone: 'UTC',
    });
}
