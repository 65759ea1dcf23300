/**
 * When what was kept went out of date. Time is a counter, not a clock: what began to be made before a change is out of date the
 * moment it is done.
 */
export interface Expiry {
  /** The moment, to be kept with what begins to be made now. */
  now(): number;
  expire(tags: readonly string[]): void;
  expireAll(): void;
  /** Whether something made since `moment` under these tags still holds. */
  holds(tags: readonly string[], moment: number): boolean;
}

/** Tags are forgotten when there are too many; everything older than the forgetting is out of date then. */
const mostTags = 20_000;

export function openExpiry(): Expiry {
  let moment = 0;
  let allBefore = 0;
  const before = new Map<string, number>();
  const expireAll = () => {
    allBefore = ++moment;
    before.clear();
  };
  return {
    now: () => moment,
    expireAll,
    expire(tags) {
      moment += 1;
      for (const tag of tags) before.set(tag, moment);
      if (before.size > mostTags) expireAll();
    },
    holds: (tags, made) => made >= allBefore && tags.every((tag) => made >= (before.get(tag) ?? 0)),
  };
}
