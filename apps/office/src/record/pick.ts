/** The named members of something, and no others. */
export const pick = <T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> =>
  // Just these members, which Object.fromEntries cannot tell.
  Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;
