/** When something is on, in milliseconds, and where. */
export interface Timed {
  id: string;
  stageId: string;
  from: number;
  to: number;
}

/** Which of these sets are on at the same time on different stages: for each that clashes, the others, the earlier first. */
export function clashes(sets: readonly Timed[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const note = (one: string, other: string) => found.set(one, [...(found.get(one) ?? []), other]);
  let lasting: Timed[] = [];
  for (const set of sets.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    lasting = lasting.filter(({ to }) => to > set.from);
    for (const earlier of lasting) {
      if (earlier.stageId === set.stageId) continue;
      note(earlier.id, set.id);
      note(set.id, earlier.id);
    }
    lasting.push(set);
  }
  return found;
}
