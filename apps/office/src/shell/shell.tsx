import { Sheet, SheetContent } from '@festivals/ui/sheet';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CommandPalette } from './command-palette.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { Sidebar } from './sidebar.tsx';
import { TopBar } from './top-bar.tsx';

/** Moves the keyboard and the screen reader to a screen that has just been opened, and tells of it. */
function useArrival(onArrival: () => void) {
  const main = useRef<HTMLElement>(null);
  const { pathname, hash } = useLocation();
  const seen = useRef(pathname);
  const arrived = useEffectEvent(onArrival);
  useEffect(() => {
    if (seen.current === pathname) return;
    seen.current = pathname;
    arrived();
    // A sheet that opened together with the screen hides it, and has the keyboard already.
    // So has what the address names, once the screen found it.
    const isTaken = hash !== '' && main.current?.contains(document.activeElement);
    if (!isTaken && main.current?.closest('[aria-hidden="true"]') === null) main.current.focus({ preventScroll: true });
  }, [pathname, hash]);
  return main;
}

/** The whole back-office around one screen. */
export function Shell() {
  const t = useTranslations('office.shell');
  const [drawer, setDrawer] = useState(false);
  const main = useArrival(() => setDrawer(false));
  const [palette, setPalette] = useState(false);
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="fixed top-2 left-2 z-60 -translate-y-20 rounded-md bg-accent px-3 py-2 text-ui font-medium text-on-accent focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <aside className="sticky top-0 hidden h-dvh border-r border-line bg-sunken/50 lg:block">
        <Sidebar />
      </aside>
      <Sheet open={drawer} onOpenChange={setDrawer}>
        <SheetContent side="left" title={t('navigation')} hideTitle closeLabel={t('close')} className="w-72 pt-9">
          <Sidebar />
        </SheetContent>
      </Sheet>
      <div className="flex min-w-0 flex-col">
        <OfflineBanner />
        <TopBar onMenu={() => setDrawer(true)} onSearch={() => setPalette(true)} />
        <main id="main" ref={main} tabIndex={-1} className="flex-1 outline-none">
          <Outlet />
        </main>
      </div>
      <CommandPalette open={palette} onOpenChange={setPalette} />
    </div>
  );
}
