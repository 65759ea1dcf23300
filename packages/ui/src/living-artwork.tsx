'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { firstSign } from './first-sign.ts';

/**
 * Lets the `Artwork` inside move, lean with the pointer and sink with the page: a few custom properties, written once a frame. It
 * comes to life when the page is used, or has been read for a while, and rests while it is out of sight. Does nothing for those who
 * asked for stillness.
 */
export function LivingArtwork({ children, className }: { children: ReactNode; className?: string }) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = box.current;
    if (element === null || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const wanted = { x: 0, y: 0, scroll: 0 };
    let [awake, inSight, frame] = [false, true, 0];
    const live = () => element.toggleAttribute('data-alive', awake && inSight);
    const sight = new IntersectionObserver((entries) => {
      inSight = entries.at(-1)?.isIntersecting ?? true;
      live();
    });
    sight.observe(element);
    void firstSign(signal).then(() => {
      awake = true;
      live();
    });
    const write = () => {
      frame = 0;
      element.style.setProperty('--fa-x', wanted.x.toFixed(3));
      element.style.setProperty('--fa-y', wanted.y.toFixed(3));
      element.style.setProperty('--fa-scroll', wanted.scroll.toFixed(3));
    };
    const ask = () => {
      if (inSight) frame ||= requestAnimationFrame(write);
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
    addEventListener('pointermove', lean, { passive: true, signal });
    addEventListener('scroll', sink, { passive: true, signal });
    return () => {
      leaving.abort();
      sight.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);

  return (
    <div ref={box} className={className}>
      {children}
    </div>
  );
}
