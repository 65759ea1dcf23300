import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { DayLayout } from './lay-out-day.ts';
import { usualZoom, zooms, zoomToFit } from './viewport.ts';

/** How tall a minute is drawn. What is under the pointer, or in the middle, stays where it is while the size changes. */
export function useZoom(scroller: HTMLElement | null, layout: DayLayout | null) {
  const [zoom, setZoom] = useState(usualZoom);
  const pixelsPerMinute = zooms[zoom] ?? 1;
  const anchor = useRef<{ minute: number; at: number } | null>(null);
  const zoomTo = (next: number, at = (scroller?.clientHeight ?? 0) / 2) => {
    const bounded = Math.min(Math.max(next, 0), zooms.length - 1);
    if (bounded === zoom || !scroller) return;
    anchor.current = { minute: (scroller.scrollTop + at) / pixelsPerMinute, at };
    setZoom(bounded);
  };
  useLayoutEffect(() => {
    if (!anchor.current || !scroller) return;
    scroller.scrollTop = anchor.current.minute * pixelsPerMinute - anchor.current.at;
    anchor.current = null;
  }, [pixelsPerMinute, scroller]);
  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const top = scroller?.getBoundingClientRect().top ?? 0;
    zoomTo(zoom + (event.deltaY < 0 ? 1 : -1), event.clientY - top);
  });
  useEffect(() => {
    if (!scroller) return undefined;
    const wheel = (event: WheelEvent) => onWheel(event);
    // React listens passively, and then the page itself would be zoomed.
    scroller.addEventListener('wheel', wheel, { passive: false });
    return () => scroller.removeEventListener('wheel', wheel);
  }, [scroller]);
  return {
    zoom,
    zoomTo,
    pixelsPerMinute,
    fit: () => {
      if (layout) zoomTo(zoomToFit(layout.minutes, scroller?.clientHeight ?? 0), 0);
    },
  };
}
