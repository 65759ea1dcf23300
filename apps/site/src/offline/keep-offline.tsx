'use client';

import { useEffect } from 'react';

/** Has the browser keep what one reads, and the pages that one will want in a field without network. */
export function KeepOffline({ paths }: { paths: readonly string[] }) {
  const wanted = paths.join(' ');
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    const begin = async () => {
      await navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' });
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage({ keep: [location.pathname, ...wanted.split(' ')] }, []);
    };
    // Whoever only passes by pays nothing: it waits until the page is idle.
    const timer = setTimeout(() => void begin().catch(() => undefined), 1500);
    return () => clearTimeout(timer);
  }, [wanted]);
  return null;
}
