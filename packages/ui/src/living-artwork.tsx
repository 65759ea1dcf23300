'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/**
 * Lets the `Artwork` inside lean with the pointer and sink with the page: a few custom properties, written once a frame.
 * Does nothing for those who asked for stillness.
 */
export function LivingArtwork({ children, className }: { children: ReactNode; className?: string }) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = box.current;
    if (element === null || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const wanted = { x: 0, y: 0, scroll: 0 };
    let frame = 0;
    const write = () => {
      frame = 0;
      element.style.setProperty('--fa-x', wanted.x.toFixed(3));
      element.style.setProperty('--fa-y', wanted.y.toFixed(3));
      element.style.setProperty('--fa-scroll', wanted.scroll.toFixed(3));
    };
    const ask = () => {
      frame ||= requestAnimationFrame(write);
    };
    const lean = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      wanted.x = (event.clientX / innerWidth) * 2 - 1;
      wanted.y = (event.clientY / innerHeight) * 2 - 1;
      ask();
    };
    const sink = () => {
      wanted.scroll = Math.min(1, Math.max(0, scrollY / Math.max(1, element.offsetHeight)));
      ask();
    };
    addEventListener('pointermove', lean, { passive: true });
    addEventListener('scroll', sink, { passive: true });
    return () => {
      removeEventListener('pointermove', lean);
      removeEventListener('scroll', sink);
      cancelAnimationFrame(frame);
    };
  }, []);

  return (
    <div ref={box} className={className}>
      {children}
    </div>
  );
}
