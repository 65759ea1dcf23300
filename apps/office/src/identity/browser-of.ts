const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** "Firefox, Windows": enough to recognise one's own machine; null when the browser does not say. */
export function browserOf(userAgent: string | null): string | null {
  if (userAgent === null) return null;
  const named = (list: readonly (readonly [string, string])[]) => list.find(([mark]) => userAgent.includes(mark))?.[1];
  // The order of both lists matters: every browser also claims to be the ones below it.
  const found = [named(browsers), named(systems)].filter((part) => part !== undefined);
  return found.length > 0 ? found.join(', ') : null;
}
