import { useCallback, useState } from 'react';
import { coarse, gutter, header, type View } from './viewport.ts';

const same = (a: View, b: View) => a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;

/** What is seen of a scrolling grid, told anew only when there is something else to draw. */
export function useView() {
  const [view, setView] = useState<View>({ left: 0, top: 0, width: 1200, height: 800 });
  const [width, setWidth] = useState(0);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const ref = useCallback((element: HTMLDivElement | null) => {
    setScroller(element);
    if (!element) return undefined;
    const look = () => {
      const next = coarse({
        left: element.scrollLeft,
        top: element.scrollTop,
        width: element.clientWidth - gutter,
        height: element.clientHeight - header,
      });
      setView((now) => (same(now, next) ? now : next));
      setWidth(element.clientWidth);
    };
    look();
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  return { ref, scroller, view, width };
}
