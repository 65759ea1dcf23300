const dayMs = 24 * 3600 * 1000;

/** Days after the festival's last day for which its devices still work: there is always something to look up. */
const daysAfterFestival = 14;
/** A device enrolled late, or for a festival that is over, is good for a while all the same. */
const daysAtLeast = 7;

/** When the certificate of a device that is enrolled now runs out, in whole seconds. `endsOn` is a local date. */
export function certificateEnd(endsOn: string, now: Date): Date {
  const afterFestival = Date.parse(`${endsOn}T00:00:00Z`) + daysAfterFestival * dayMs;
  const end = Math.max(afterFestival, now.getTime() + daysAtLeast * dayMs);
  return new Date(Math.floor(end / 1000) * 1000);
}
