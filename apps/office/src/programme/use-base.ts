import { useState } from 'react';

/** Fields that somebody changed, of those that a form has. */
type Changes<V> = { [K in keyof V]?: V[K] };

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * What a form was opened with. It stays while others change the thing meanwhile, so that only what was changed here is sent, with the
 * version that it was changed from.
 */
export function useBase<T extends { version: number }>(now: T | undefined) {
  const [base, rebase] = useState(now);
  return {
    base,
    changesOf: <V extends Partial<T>>(values: V): Changes<V> =>
      // Entries of an object are entries of its fields; the type forgets it.
      Object.fromEntries(
        Object.entries(values).filter(([field, value]) => base && !same(value, base[field as keyof T])),
      ) as Changes<V>,
    /** From now on the form is about what others made of it. */
    takeTheirs: () => rebase(now),
  };
}
