import { useMemo, useRef, type PointerEvent as ReactPointerEvent } from 'react';
import type { DraftSlot, DraftStage } from '@festivals/domain/programme/contract';
import { createDragStore } from './drag-store.ts';
import { landingsOf, movesOf, sameLandings, type Edge, type Lifted } from './landings.ts';
import type { Calendar, Position, Step } from './move-set.ts';
import { useDragEvents } from './use-drag-events.ts';

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

type Told = {
  onMove: (moves: { slot: DraftSlot; to: Position }[]) => void;
  onPlace: (artistId: string, at: Position) => void;
  onDay: (day: string) => void;
};
export type GridDrag = ReturnType<typeof useGridDrag>;

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
  const pointer = useRef({ x: 0, y: 0 });
  const justMoved = useRef(false);
  const holdAbove = useDayWait(told.onDay);

  const follow = () => {
    const held = lifted.current;
    if (!held) return;
    const { x, y } = pointer.current;
    if (!held.moved && Math.abs(x - held.x) < deadZone && Math.abs(y - held.y) < deadZone) return;
    if (!held.moved) mark(held.what);
    held.moved = true;
    const overDay = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-day]')?.dataset['day'] ?? null;
    holdAbove(overDay);
    const landings = landingsOf(held.what, { moment: momentAt(ground, y), column: columnAt(ground, x) }, ground);
    const now = store.current();
    if (now?.overDay === overDay && sameLandings(now.landings, landings)) return;
    const slotIds = new Set(held.what.kind === 'sets' ? held.what.slots.map(({ id }) => id) : []);
    store.become({ slotIds, landings, overDay });
  };
  const end = () => {
    lifted.current = null;
    holdAbove(null);
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
    if (held.what.kind === 'sets') {
      const moves = movesOf(held.what.slots, at, ground.calendar);
      if (moves.length > 0) told.onMove(moves);
      return;
    }
    const [landing] = at.landings;
    const box = ground.scroller()?.getBoundingClientRect();
    const { x, y } = pointer.current;
    const inside = box && x > box.left && x < box.right && y > box.top && y < box.bottom;
    if (landing && inside) told.onPlace(held.what.artistId, landing.to);
  };
  useDragEvents({
    isHeld: () => lifted.current !== null,
    follow: ({ clientX, clientY }) => {
      pointer.current = { x: clientX, y: clientY };
      follow();
    },
    drop,
    cancel: end,
    // Near the grid's edge it scrolls, and what is held goes on with it.
    frame: () => {
      const box = ground.scroller();
      const push = lifted.current?.moved && box && pushAt(box.getBoundingClientRect(), pointer.current);
      if (!push) return;
      box.scrollBy(push.across, push.down);
      follow();
    },
  });

  const lift = (event: ReactPointerEvent, what: Lifted) => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    pointer.current = { x: event.clientX, y: event.clientY };
    lifted.current = { what, x: event.clientX, y: event.clientY, moved: false };
  };
  return {
    store,
    liftSets: (event: ReactPointerEvent, lead: DraftSlot, slots: readonly DraftSlot[], edge: Edge) => {
      const grab = momentAt(ground, event.clientY) - Date.parse(edge === 'end' ? lead.endsAt : lead.startsAt);
      lift(event, { kind: 'sets', lead, slots: edge === null ? slots : [lead], edge, grab });
    },
    liftArtist: (event: ReactPointerEvent, artistId: string) => lift(event, { kind: 'artist', artistId }),
    /** Whether a click ends a drag, and so means nothing. */
    endedDrag: () => justMoved.current,
  };
}

/** Shows the day above whose tab something is held for a while; null above none. */
function useDayWait(onDay: (day: string) => void) {
  const waiting = useRef<{ day: string; timer: number } | null>(null);
  return (day: string | null) => {
    if (waiting.current?.day === day) return;
    clearTimeout(waiting.current?.timer);
    waiting.current = day === null ? null : { day, timer: window.setTimeout(() => onDay(day), dayWaitInMs) };
  };
}

function momentAt({ body, startsAt, pixelsPerMinute }: Ground, y: number): number {
  const top = body()?.getBoundingClientRect().top ?? 0;
  return startsAt + ((y - top) / pixelsPerMinute) * minute;
}

function columnAt({ body, wide, stages }: Ground, x: number): number {
  const left = body()?.getBoundingClientRect().left ?? 0;
  return Math.min(Math.max(Math.floor((x - left) / wide), 0), stages.length - 1);
}

/** Marks on the screen what is held. */
function mark(what: Lifted | null): void {
  for (const element of document.querySelectorAll('[data-held]')) element.removeAttribute('data-held');
  if (what?.kind !== 'sets') return;
  for (const { id } of what.slots) document.getElementById(`set-${id}`)?.setAttribute('data-held', '');
}

/** How far the grid scrolls at once with the pointer near its edge; null where it does not. */
function pushAt({ left, right, top, bottom }: DOMRect, { x, y }: { x: number; y: number }) {
  if (x < left || x > right || y < top - edgeInPixels || y > bottom + edgeInPixels) return null;
  const push = (at: number, from: number, to: number) =>
    at < from + edgeInPixels ? -12 : at > to - edgeInPixels ? 12 : 0;
  const [across, down] = [push(x, left + 56, right), push(y, top + 36, bottom)];
  return across === 0 && down === 0 ? null : { across, down };
}
