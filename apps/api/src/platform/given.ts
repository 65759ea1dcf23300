type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The members of a change that were given; what was left out must not overwrite. */
export const given = <T extends object>(changes: T): Given<T> =>
  // Members that are undefined are gone, which Object.fromEntries cannot tell.
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Given<T>;
