/** Which of a festival's keys signs what. Pure: the same ticket has the same code in every process, until its key is withdrawn. */

export interface KeyInTime {
  number: number;
  /** When it began to sign, milliseconds since 1970. */
  since: number;
  /** Somebody else may have it: what it signed is refused. */
  withdrawn: boolean;
}

/** When an id was made, milliseconds since 1970: ours begin with that (RFC 9562, version 7). */
export const madeAt = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

/**
 * The key that signs what was made at a moment: the one that signed then, or, where that was withdrawn, the next one that was not.
 * Before the first key there is the first. Undefined where every key was withdrawn.
 */
export function keyFor<Key extends KeyInTime>(made: number, keys: readonly Key[]): Key | undefined {
  const inOrder = keys.toSorted((left, right) => left.number - right.number);
  const after = inOrder.findIndex(({ since }) => since > made);
  const inForce = after < 0 ? inOrder.length - 1 : Math.max(0, after - 1);
  return inOrder.slice(inForce).find(({ withdrawn }) => !withdrawn);
}

/** From when until before when things were made that a key signs; null is without an end. */
export interface KeyPeriod {
  from: number | null;
  until: number | null;
}

/** What a key signs, as far as nothing else is withdrawn: its own time, and that of the withdrawn ones directly before it. */
export function periodOf(number: number, keys: readonly KeyInTime[]): KeyPeriod {
  const inOrder = keys.toSorted((left, right) => left.number - right.number);
  const at = inOrder.findIndex((key) => key.number === number);
  let first = at;
  while (first > 0 && inOrder[first - 1]?.withdrawn) first -= 1;
  return { from: first <= 0 ? null : (inOrder[first]?.since ?? null), until: inOrder[at + 1]?.since ?? null };
}
