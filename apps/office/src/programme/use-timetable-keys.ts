import { useEffect, useEffectEvent } from 'react';
import type { Editing } from './editing.ts';

/** Whether a key press belongs to a field or a sheet and not to the timetable. */
const isElsewhere = (target: EventTarget | null): boolean =>
  document.querySelector('[role=dialog]') !== null ||
  (target instanceof Element && target.closest('input, textarea, select') !== null);

type Deeds = {
  editing: Editing | null;
  zoomBy: (by: 1 | -1) => void;
  fit: () => void;
  help: () => void;
  /** Goes on to the next size of step. */
  nextStep: () => void;
  /** Lets go of what is selected; null where nothing is. */
  unselect: (() => void) | null;
};

/** Keys that mean the same wherever the focus is on the timetable. */
export function useTimetableKeys({ editing, zoomBy, fit, help, nextStep, unselect }: Deeds) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isElsewhere(event.target)) return;
    const does = (deed: () => void) => {
      event.preventDefault();
      deed();
    };
    if (event.ctrlKey || event.metaKey) {
      if (editing && event.key.toLowerCase() === 'z') does(event.shiftKey ? editing.redo : editing.undo);
      return;
    }
    if (event.altKey) return;
    if (event.key === '+' || event.key === '=') does(() => zoomBy(1));
    if (event.key === '-') does(() => zoomBy(-1));
    if (event.key === '0') does(fit);
    if (!editing) return;
    if (event.key === '?') does(help);
    if (event.key.toLowerCase() === 'n') does(() => editing.begin());
    if (event.key.toLowerCase() === 'g') does(nextStep);
    if (event.key === 'Escape' && unselect) does(unselect);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
