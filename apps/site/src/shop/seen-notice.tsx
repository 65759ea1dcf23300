'use client';

import { Notice } from '@festivals/ui/notice';
import { useEffect, useRef, type ReactNode } from 'react';

/** A refusal that comes to where the reader is: on a phone the page is long, and what is out of sight was not said. */
export function SeenNotice({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
    // The button that was pressed may be gone; the keyboard goes on from here and not from the top of the page.
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place} tabIndex={-1} className="mb-4 scroll-mt-24 scroll-mb-24 rounded-lg">
      <Notice tone="danger" live className="text-base">
        {children}
      </Notice>
    </div>
  );
}
