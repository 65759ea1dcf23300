import { useEffect, useState, type PointerEvent as ReactPointerEvent } from 'react';
import type { DraftStage } from '@festivals/domain/programme/contract';
import { positionOf, samePosition, shift, stepInMinutes, stretch, toStage, type Position } from './move-set.ts';

type Held = { slotId: string; from: Position; to: Position; edge: boolean; x: number; y: number; width: number };

/** Nearer than this and the pointer was not meant to move. */
const deadZone = 4;

/**
 * Lifts a set with a mouse or a pen, follows it in steps, and drops it; Escape puts it back. A finger scrolls instead:
 * it opens the set, where its times can be typed.
 */
export function useDrag(
  stages: readonly DraftStage[],
  pixelsPerMinute: number,
  onDrop: (slotId: string, to: Position) => void,
) {
  const [held, setHeld] = useState<Held | null>(null);
  const slotId = held?.slotId;

  useEffect(() => {
    if (slotId === undefined) return;
    const letGo = ({ key }: KeyboardEvent) => key === 'Escape' && setHeld(null);
    window.addEventListener('keydown', letGo);
    return () => window.removeEventListener('keydown', letGo);
  }, [slotId]);

  const lift = (event: ReactPointerEvent<HTMLElement>, set: Position & { id: string }, edge: boolean) => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const column = event.currentTarget.closest('ol');
    if (!column) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = positionOf(set);
    setHeld({ slotId: set.id, from: at, to: at, edge, x: event.clientX, y: event.clientY, width: column.offsetWidth });
  };

  const drag = (event: ReactPointerEvent<HTMLElement>) => {
    if (!held) return;
    const [right, down] = [event.clientX - held.x, event.clientY - held.y];
    const still = Math.abs(right) < deadZone && Math.abs(down) < deadZone && samePosition(held.from, held.to);
    if (still) return;
    const minutes = Math.round(down / pixelsPerMinute / stepInMinutes) * stepInMinutes;
    const to = held.edge
      ? stretch(held.from, minutes)
      : shift(toStage(held.from, stages, Math.round(right / held.width)), minutes);
    if (!samePosition(to, held.to)) setHeld({ ...held, to });
  };

  /** True when something was moved: the click that follows then means nothing. */
  const drop = (): boolean => {
    if (!held) return false;
    setHeld(null);
    if (samePosition(held.from, held.to)) return false;
    onDrop(held.slotId, held.to);
    return true;
  };

  return { held: held && { slotId: held.slotId, to: held.to }, lift, drag, drop, cancel: () => setHeld(null) };
}
