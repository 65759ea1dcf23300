const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A time that runs out, to the second: `2d 3h 4m 5s` in the reader's own signs. Days are left out when there are none. */
export function sayTimeLeft(milliseconds: number, locale: string): string {
  // A second that has begun is still there.
  let rest = Math.ceil(milliseconds / 1000) * 1000;
  return units
    .flatMap(([unit, size]) => {
      const count = Math.floor(rest / size);
      rest -= count * size;
      if (count === 0 && unit === 'day') return [];
      return [new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(count)];
    })
    .join(' ');
}
