import { createRouter } from '@tanstack/react-router';
import { accessRoutes } from './access/access-routes.ts';
import { createQueryClient } from './api.ts';
import { attendeesRoutes } from './attendees/attendees-routes.ts';
import { deskRoutes } from './desk/desk-routes.ts';
import { devicesRoutes } from './devices/devices-routes.ts';
import { festivalRoutes, festivalsRoutes } from './festival/festival-routes.ts';
import { settingsRoutes } from './festival/settings/settings-routes.ts';
import { guestsRoutes } from './guests/guests-routes.ts';
import { accountRoutes, guestRoutes, identityRoutes } from './identity/identity-routes.ts';
import { ledgerRoutes } from './ledger/ledger-routes.ts';
import { mediaRoutes } from './media/media-routes.ts';
import { paymentsRoutes } from './payments/payments-routes.ts';
import { placesRoutes } from './places/places-routes.ts';
import { programmeRoutes } from './programme/programme-routes.ts';
import { CrashScreen } from './shell/crash-screen.tsx';
import type { Crumb, CrumbBelow } from './shell/crumb.ts';
import { festival, guest, office, root } from './shell/frame-routes.ts';
import { NotFoundScreen } from './shell/not-found-screen.tsx';
import { Waiting } from './shell/waiting.tsx';
import { standsRoutes } from './stands/stands-routes.ts';
import { ticketingRoutes } from './ticketing/ticketing-routes.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    crumb?: Crumb;
    /** What it is called, for a screen below the one that the crumb names. */
    below?: CrumbBelow;
  }
  interface Register {
    router: typeof router;
  }
}

const tree = root.addChildren([
  guest.addChildren([...guestRoutes]),
  office.addChildren([
    ...festivalsRoutes,
    ...accountRoutes,
    festival.addChildren([
      ...festivalRoutes,
      ...programmeRoutes,
      ...placesRoutes,
      ...standsRoutes,
      ...mediaRoutes,
      ...ticketingRoutes,
      ...attendeesRoutes,
      ...deskRoutes,
      ...guestsRoutes,
      ...ledgerRoutes,
      ...paymentsRoutes,
      ...devicesRoutes,
      ...accessRoutes,
      ...identityRoutes,
      ...settingsRoutes,
    ]),
  ]),
]);

export const queryClient = createQueryClient(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  void router.navigate({ to: '/sign-in', search: { next: href } }).then(() => queryClient.clear());
});

export const router = createRouter({
  routeTree: tree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultErrorComponent: CrashScreen,
  defaultNotFoundComponent: NotFoundScreen,
  defaultPendingComponent: Waiting,
});
