import type { DraftSlot } from '@festivals/domain/programme/contract';
import { useState } from 'react';

const nobody: ReadonlySet<string> = new Set();
export type SelectedSets = ReturnType<typeof useSelectedSets>;

/** Which sets are selected, to be moved together. */
export function useSelectedSets(slots: readonly DraftSlot[]) {
  const [selected, select] = useState(nobody);
  return {
    selected,
    /** A set alone, or all that are selected where it is one of them. */
    heldWith: (slot: DraftSlot) => (selected.has(slot.id) ? slots.filter(({ id }) => selected.has(id)) : [slot]),
    toggle: (id: string) =>
      select((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    /** Lets go of all; null where nothing is selected. */
    unselect: selected.size > 0 ? () => select(nobody) : null,
  };
}
