import { useEffect, useEffectEvent } from 'react';

type Heard = {
  isHeld: () => boolean;
  follow: (event: PointerEvent) => void;
  drop: () => void;
  /** Lets go without a drop. */
  cancel: () => void;
  /** At every frame while something is held. */
  frame: () => void;
};

/** Hears what a pointer does wherever it goes, while something is held; Escape cancels. */
export function useDragEvents(heard: Heard): void {
  const now = useEffectEvent(() => heard);
  useEffect(() => {
    const move = (event: PointerEvent) => now().follow(event);
    const up = () => now().drop();
    const stop = (event: Event) => {
      if (!now().isHeld() || (event instanceof KeyboardEvent && event.key !== 'Escape')) return;
      event.stopPropagation();
      now().cancel();
    };
    let frame = 0;
    const tick = () => {
      now().frame();
      frame = now().isHeld() ? requestAnimationFrame(tick) : 0;
    };
    // Only while something is held does anything happen between two events.
    const down = () => {
      if (now().isHeld() && frame === 0) frame = requestAnimationFrame(tick);
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
}
