/** What the pointer and the keys do to sets on the grid. */
import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftSlot } from '@festivals/domain/programme/contract';
import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import type { Editing } from './editing.ts';
import { moveByKey, moved, positionOf, type Step } from './move-set.ts';
import { neighbourOf } from './set-neighbour.ts';
import type { FollowedSet } from './use-followed-set.ts';
import type { GridDrag } from './use-grid-drag.ts';
import type { SelectedSets } from './use-selected-sets.ts';
import type { ShownDay } from './use-shown-day.ts';

const edgeInPixels = 7;

type Grid = {
  slots: readonly DraftSlot[];
  shown: ShownDay;
  festival: Festival;
  editing: Editing | null;
  step: Step;
  selection: SelectedSets;
  drag: GridDrag;
  followed: FollowedSet;
  onDay: (day: string) => void;
};
type OnSet = { event: KeyboardEvent<HTMLElement>; slot: DraftSlot; editing: Editing };

const elementOf = (target: EventTarget) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-set]') : null;

/** Heard for all sets at once, by the element that holds them. */
export function hearSets({ slots, shown, festival, editing, step, selection, drag, followed, onDay }: Grid) {
  const { layout, columns, stages, days, day } = shown;
  const setAt = (target: EventTarget) => {
    const id = elementOf(target)?.dataset['set'];
    return slots.find((slot) => slot.id === id);
  };
  const moveWith = ({ event, slot, editing }: OnSet) => {
    const held = selection.heldWith(slot);
    const change = moveByKey(event, held, { stages, step, days, calendar: festival });
    if (!change) return;
    event.preventDefault();
    followed.follow(slot.id);
    const moves = held.map((one) => ({ slot: one, to: change(positionOf(one)) }));
    const after = moved(slot, change(positionOf(slot)), festival).day;
    if (after !== day) onDay(after);
    editing.move(moves, { atOnce: false });
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const slot = setAt(event.target);
      const element = elementOf(event.target);
      if (!slot || !element || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const { top, bottom, height } = element.getBoundingClientRect();
      const atEnd = bottom - event.clientY < edgeInPixels;
      const atStart = height >= 24 && event.clientY - top < edgeInPixels;
      drag.liftSets(event, slot, selection.heldWith(slot), atEnd ? 'end' : atStart ? 'start' : null);
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      const slot = setAt(event.target);
      // The keyboard's click has no detail; the pointer's means nothing after a drag.
      if (!slot || (event.detail !== 0 && drag.endedDrag())) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey) selection.toggle(slot.id);
      else editing?.open(slot.id);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (!layout) return;
      const slot = setAt(event.target);
      if (event.key.startsWith('Arrow') && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        followed.goTo(neighbourOf(layout.sets, [...columns.keys()], slot?.id ?? null, event.key)?.id);
      } else if (slot && editing && event.key === ' ') {
        event.preventDefault();
        selection.toggle(slot.id);
      } else if (slot && editing) moveWith({ event, slot, editing });
    },
  };
}
