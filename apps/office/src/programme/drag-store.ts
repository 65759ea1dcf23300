import type { Position } from './move-set.ts';

/** Something that is being dragged: sets with where each would stand now, or an artist who would get a new one. */
export type Held = {
  slotIds: ReadonlySet<string>;
  landings: readonly { key: string; to: Position }[];
  /** The day above whose tab it is held. */
  overDay: string | null;
};

/** What is dragged changes with every pointer move; only who listens to it is drawn anew, not the grid below. */
export function createDragStore() {
  let held: Held | null = null;
  const watchers = new Set<() => void>();
  return {
    current: (): Held | null => held,
    become(next: Held | null): void {
      held = next;
      for (const watch of watchers) watch();
    },
    watch(watcher: () => void): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
export type DragStore = ReturnType<typeof createDragStore>;
