'use client';

import { useEffect, useState } from 'react';

/** What Chromium hands over when a page may be installed (not in any standard that TypeScript knows). */
type InstallPrompt = Event & { prompt: () => Promise<unknown> };

declare global {
  /** What the browser offered already, as `pageScript` keeps it. */
  var installOffer: Event | undefined;
}

interface Props {
  install: string;
  installed: string;
  /** How it is done where no page can ask for it. */
  byHand: string;
  className: string;
}

type How = 'unknown' | 'by_hand' | 'installed' | InstallPrompt;

/** Safari on a phone keeps installing to its own menu. */
const isByHand = (): boolean => /iphone|ipad|ipod/i.test(navigator.userAgent);

/** Installs the festival where the browser lets a page ask; says how where it does not; nothing where neither is possible. */
export function InstallButton({ install, installed, byHand, className }: Props) {
  const [how, setHow] = useState<How>('unknown');
  useEffect(() => {
    if (matchMedia('(display-mode: standalone)').matches) return setHow('installed');
    if (isByHand()) return setHow('by_hand');
    const offered = (event: Event) => {
      // Asked at a press, never by itself.
      event.preventDefault();
      setHow(event as InstallPrompt);
    };
    const done = () => setHow('installed');
    // It may have been offered before this button was there.
    if (globalThis.installOffer) offered(globalThis.installOffer);
    addEventListener('beforeinstallprompt', offered);
    addEventListener('appinstalled', done);
    return () => {
      removeEventListener('beforeinstallprompt', offered);
      removeEventListener('appinstalled', done);
    };
  }, []);
  if (how === 'unknown') return null;
  if (how === 'by_hand') return <p className="text-ink-soft">{byHand}</p>;
  if (how === 'installed')
    return (
      <p role="status" className="font-semibold">
        {installed}
      </p>
    );
  return (
    <button type="button" className={className} onClick={() => void how.prompt().catch(() => undefined)}>
      {install}
    </button>
  );
}
