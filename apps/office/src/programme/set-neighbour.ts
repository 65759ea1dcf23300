import type { PlacedSet } from './lay-out-day.ts';

/**
 * The set that an arrow leads to from another: the next one on its stage, or the one nearest in time on the next stage that has any.
 * Without a set to begin at, the first of all.
 */
export function neighbourOf(
  sets: readonly PlacedSet[],
  stageIds: readonly string[],
  at: string | null,
  key: string,
): PlacedSet | undefined {
  const onStage = (stageId: string | undefined) => sets.filter((set) => set.stageId === stageId);
  const here = sets.find(({ id }) => id === at);
  if (!here) return stageIds.map((id) => onStage(id)[0]).find(Boolean);
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const column = onStage(here.stageId);
    return column[column.indexOf(here) + (key === 'ArrowUp' ? -1 : 1)];
  }
  const by = key === 'ArrowLeft' ? -1 : 1;
  for (let column = stageIds.indexOf(here.stageId) + by; stageIds[column] !== undefined; column += by) {
    const [nearest] = onStage(stageIds[column]).toSorted(
      (a, b) => Math.abs(a.from - here.from) - Math.abs(b.from - here.from),
    );
    if (nearest) return nearest;
  }
  return undefined;
}
