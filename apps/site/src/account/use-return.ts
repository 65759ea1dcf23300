'use client';

import { useEffect, useEffectEvent } from 'react';

/**
 * Calls when a page is shown again just as it was left, by the browser's way back, or when another tab has kept or forgotten
 * something: whose page it was may have gone meanwhile.
 */
export function useReturn(look: () => void): void {
  const again = useEffectEvent(look);
  useEffect(() => {
    const shown = ({ persisted }: PageTransitionEvent) => {
      if (persisted) again();
    };
    const heard = () => again();
    addEventListener('pageshow', shown);
    addEventListener('storage', heard);
    return () => {
      removeEventListener('pageshow', shown);
      removeEventListener('storage', heard);
    };
  }, []);
}
