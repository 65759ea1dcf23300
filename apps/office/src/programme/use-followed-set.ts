import { useLayoutEffect, useRef } from 'react';
import type { DayLayout } from './lay-out-day.ts';

type Drawn = {
  layout: DayLayout | null;
  columns: ReadonlyMap<string, number>;
  scroller: HTMLElement | null;
  wide: number;
  pixelsPerMinute: number;
};

export type FollowedSet = ReturnType<typeof useFollowedSet>;

/** Keeps the keyboard with a set that was moved or gone to, wherever that is drawn. */
export function useFollowedSet({ layout, columns, scroller, wide, pixelsPerMinute }: Drawn) {
  const followed = useRef<string | null>(null);
  const reveal = (id: string) => {
    const set = layout?.sets.find((one) => one.id === id);
    const column = set && columns.get(set.stageId);
    if (!set || column === undefined || !scroller) return;
    const [top, bottom] = [set.from * pixelsPerMinute, (set.from + set.length) * pixelsPerMinute];
    const [high, seen] = [scroller.scrollTop, scroller.clientHeight - 36];
    if (top < high) scroller.scrollTop = top - 16;
    else if (bottom > high + seen) scroller.scrollTop = Math.min(top - 16, bottom - seen + 16);
    const [left, right] = [column * wide, (column + 1) * wide];
    const across = scroller.clientWidth - 56;
    if (left < scroller.scrollLeft) scroller.scrollLeft = left;
    else if (right > scroller.scrollLeft + across) scroller.scrollLeft = right - across;
  };
  useLayoutEffect(() => {
    if (followed.current === null) return;
    const element = document.getElementById(`set-${followed.current}`);
    const { activeElement } = document;
    if (activeElement === element) return;
    if (activeElement === document.body || activeElement?.closest('[data-set]') || activeElement === scroller) {
      reveal(followed.current);
      element?.focus({ preventScroll: true });
    } else followed.current = null;
  });
  return {
    /** Stays with a set from now on. */
    follow: (id: string) => {
      followed.current = id;
    },
    goTo: (id: string | undefined) => {
      if (id === undefined) return;
      followed.current = id;
      reveal(id);
      document.getElementById(`set-${id}`)?.focus({ preventScroll: true });
    },
  };
}
