'use client';

import { useEffect } from 'react';

/** Keeps the screen from going dark while a code is shown; browsers that cannot do without. */
export function useBrightScreen(shown: boolean): void {
  useEffect(() => {
    if (!shown || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const hold = async () => {
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
      lock = await navigator.wakeLock.request('screen').catch(() => null);
      if (isOver) await lock?.release();
    };
    void hold();
    // The lock goes with the page's visibility.
    document.addEventListener('visibilitychange', hold);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', hold);
      void lock?.release();
    };
  }, [shown]);
}
