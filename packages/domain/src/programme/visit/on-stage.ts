import type { Timed } from './clashes.ts';

export interface OnStage<S> {
  stageId: string;
  now: S | null;
  next: S | null;
}

/**
 * What is on at a moment on each of the stages and what comes next, within the hours that somebody waits for it. A takeover,
 * which begins later, is what is seen; a stage with neither is left out.
 * @param now and @param patience in milliseconds
 */
export function onStage<S extends Timed>(
  sets: readonly S[],
  stageIds: readonly string[],
  now: number,
  patience = 6 * 3_600_000,
): OnStage<S>[] {
  const byStage = Map.groupBy(sets, ({ stageId }) => stageId);
  return stageIds.flatMap((stageId) => {
    const here = (byStage.get(stageId) ?? []).toSorted((a, b) => a.from - b.from);
    const current = here.findLast(({ from, to }) => from <= now && now < to) ?? null;
    const next = here.find(({ from }) => from > now && from - now <= patience) ?? null;
    return current || next ? [{ stageId, now: current, next }] : [];
  });
}
