import { useEffect, useEffectEvent, useMemo, useRef, type PointerEvent as ReactPointerEvent } from 'react';
import type { DraftSlot, DraftStage } from '@festivals/domain/programme/contract';
import { createDragStore } from './drag-store.ts';
import { columnsWithin, endAt, onDay, positionOf, samePosition, shift, snap, startAt, toStage } from './move-set.ts';
import type { Calendar, Position, Step } from './move-set.ts';

/** What the grid is at the moment: where a pointer is depends on it. */
export type Ground = {
  stages: readonly DraftStage[];
  wide: number;
  pixelsPerMinute: number;
  /** The moment at the top of the grid. */
  startsAt: number;
  step: Step;
  calendar: Calendar;
  body: () => HTMLElement | null;
  scroller: () => HTMLElement | null;
};

type Edge = 'start' | 'end' | null;

/** `grab` is how far the pointer is below what it holds, in milliseconds. */
type Lifted =
  | { kind: 'sets'; lead: DraftSlot; slots: readonly DraftSlot[]; edge: Edge; grab: number }
  | { kind: 'artist'; artistId: string };
type Told = {
  onMove: (moves: { slot: DraftSlot; to: Position }[]) => void;
  onPlace: (artistId: string, at: Position) => void;
  onDay: (day: string) => void;
};

/** Nearer than this and the pointer was not meant to move. */
const deadZone = 4;
/** So long above a day's tab, and that day is shown. */
const dayWaitInMs = 600;
const edgeInPixels = 40;
const minute = 60_000;

/**
 * Lifts sets or an artist with a mouse or a pen, follows in steps across stages and days, and drops; Escape puts back. A finger
 * scrolls instead: it opens a set, where its times can be typed.
 */
export function useGridDrag(ground: Ground, told: Told) {
  const store = useMemo(createDragStore, []);
  const lifted = useRef<{ what: Lifted; x: number; y: number; moved: boolean } | null>(null);
  const waiting = useRef<{ day: string; timer: number } | null>(null);
  const pointer = useRef({ x: 0, y: 0 });
  const justMoved = useRef(false);

  const momentAt = (y: number) => {
    const top = ground.body()?.getBoundingClientRect().top ?? 0;
    return ground.startsAt + ((y - top) / ground.pixelsPerMinute) * minute;
  };
  const columnAt = (x: number) => {
    const left = ground.body()?.getBoundingClientRect().left ?? 0;
    return Math.min(Math.max(Math.floor((x - left) / ground.wide), 0), ground.stages.length - 1);
  };

  /** Where everything that is held would stand with the pointer here. */
  const landings = (what: Lifted, x: number, y: number): { key: string; to: Position }[] => {
    const { step, stages } = ground;
    if (what.kind === 'artist') {
      const starts = snap(momentAt(y), step);
      const stageId = stages[columnAt(x)]?.id ?? '';
      const [startsAt, endsAt] = [new Date(starts).toISOString(), new Date(starts + 60 * minute).toISOString()];
      return [{ key: what.artistId, to: { stageId, startsAt, endsAt } }];
    }
    const { lead, slots, edge, grab } = what;
    const here = positionOf(lead);
    if (edge === 'end') return [{ key: lead.id, to: endAt(here, snap(momentAt(y) - grab, step), step) }];
    if (edge === 'start') return [{ key: lead.id, to: startAt(here, snap(momentAt(y) - grab, step), step) }];
    const minutes = (snap(momentAt(y) - grab, step) - Date.parse(lead.startsAt)) / minute;
    const column = stages.findIndex(({ id }) => id === lead.stageId);
    const columns = columnsWithin(slots, stages, columnAt(x) - column);
    return slots.map((slot) => ({ key: slot.id, to: shift(toStage(positionOf(slot), stages, columns), minutes) }));
  };

  const forgetDay = () => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
  };
  const mark = (what: Lifted | null) => {
    for (const element of document.querySelectorAll('[data-held]')) element.removeAttribute('data-held');
    if (what?.kind !== 'sets') return;
    for (const { id } of what.slots) document.getElementById(`set-${id}`)?.setAttribute('data-held', '');
  };

  const follow = () => {
    const held = lifted.current;
    if (!held) return;
    const { x, y } = pointer.current;
    if (!held.moved && Math.abs(x - held.x) < deadZone && Math.abs(y - held.y) < deadZone) return;
    if (!held.moved) {
      held.moved = true;
      mark(held.what);
    }
    const tab = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-day]');
    const overDay = tab?.dataset['day'] ?? null;
    if (waiting.current?.day !== overDay) {
      forgetDay();
      if (overDay !== null) {
        const timer = window.setTimeout(() => told.onDay(overDay), dayWaitInMs);
        waiting.current = { day: overDay, timer };
      }
    }
    const next = landings(held.what, x, y);
    const now = store.current();
    const unchanged =
      now?.overDay === overDay &&
      now.landings.length === next.length &&
      next.every(({ to }, at) => {
        const before = now.landings[at];
        return before !== undefined && samePosition(before.to, to);
      });
    if (unchanged) return;
    const slotIds = new Set(held.what.kind === 'sets' ? held.what.slots.map(({ id }) => id) : []);
    store.become({ slotIds, landings: next, overDay });
  };

  const end = () => {
    lifted.current = null;
    forgetDay();
    mark(null);
    store.become(null);
  };

  const drop = () => {
    const held = lifted.current;
    const at = store.current();
    end();
    if (!held?.moved || !at) return;
    justMoved.current = true;
    // The click that ends a drag comes right after it, and means nothing.
    window.setTimeout(() => (justMoved.current = false), 0);
    const { overDay } = at;
    if (held.what.kind === 'artist') {
      const [landing] = at.landings;
      const box = ground.scroller()?.getBoundingClientRect();
      const { x, y } = pointer.current;
      const inside = box && x > box.left && x < box.right && y > box.top && y < box.bottom;
      if (landing && inside) told.onPlace(held.what.artistId, landing.to);
      return;
    }
    const moves = held.what.slots.flatMap((slot, index) => {
      const landing = at.landings[index];
      const to = overDay === null ? landing?.to : onDay(positionOf(slot), overDay, ground.calendar);
      return to && !samePosition(slot, to) ? [{ slot, to }] : [];
    });
    if (moves.length > 0) told.onMove(moves);
  };

  const onPointerMove = useEffectEvent((event: PointerEvent) => {
    pointer.current = { x: event.clientX, y: event.clientY };
    follow();
  });
  const onPointerUp = useEffectEvent(drop);
  const onStop = useEffectEvent((event: Event) => {
    if (!lifted.current || (event instanceof KeyboardEvent && event.key !== 'Escape')) return;
    event.stopPropagation();
    end();
  });
  /** Near the grid's edge it scrolls, and what is held goes on with it. */
  const scroll = useEffectEvent(() => {
    const box = ground.scroller();
    if (!lifted.current?.moved || !box) return;
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const { x, y } = pointer.current;
    if (x < left || x > right || y < top - edgeInPixels || y > bottom + edgeInPixels) return;
    const push = (at: number, from: number, to: number) =>
      at < from + edgeInPixels ? -12 : at > to - edgeInPixels ? 12 : 0;
    const [across, down] = [push(x, left + 56, right), push(y, top + 36, bottom)];
    if (across === 0 && down === 0) return;
    box.scrollBy(across, down);
    follow();
  });

  useEffect(() => {
    const move = (event: PointerEvent) => onPointerMove(event);
    const up = () => onPointerUp();
    const stop = (event: Event) => onStop(event);
    let frame = 0;
    const tick = () => {
      scroll();
      frame = lifted.current ? requestAnimationFrame(tick) : 0;
    };
    // Only while something is held does anything happen between two events.
    const down = () => {
      if (lifted.current && frame === 0) frame = requestAnimationFrame(tick);
    };
    window.addEventListener('pointerdown', down);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', stop, true);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointerdown', down);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', stop, true);
    };
  }, []);

  const lift = (event: ReactPointerEvent, what: Lifted) => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    pointer.current = { x: event.clientX, y: event.clientY };
    lifted.current = { what, x: event.clientX, y: event.clientY, moved: false };
  };
  return {
    store,
    liftSets: (event: ReactPointerEvent, lead: DraftSlot, slots: readonly DraftSlot[], edge: Edge) => {
      const grab = momentAt(event.clientY) - Date.parse(edge === 'end' ? lead.endsAt : lead.startsAt);
      lift(event, { kind: 'sets', lead, slots: edge === null ? slots : [lead], edge, grab });
    },
    liftArtist: (event: ReactPointerEvent, artistId: string) => lift(event, { kind: 'artist', artistId }),
    /** Whether a click ends a drag, and so means nothing. */
    endedDrag: () => justMoved.current,
  };
}
