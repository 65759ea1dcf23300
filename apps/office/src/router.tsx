import { createRoute, createRouter, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import { PlaceKind } from '@festivals/domain/places/place-kind';
import { z } from 'zod';
import { createQueryClient } from './api.ts';
import { attendeesSearch } from './attendees/attendees-search.ts';
import { findFestival } from './festival/find-festival.ts';
import { festivalQuery } from './festival/queries.ts';
import { guestRoutes } from './identity/guest-routes.ts';
import { meQuery } from './identity/me.ts';
import { root } from './root-route.ts';
import { teamSearch } from './identity/team-search.ts';
import { listSearch } from './list/list-search.ts';
import { ordersSearch } from './ticketing/orders-search.ts';
import { programmeSearch } from './programme/programme-search.ts';
import { CrashScreen } from './shell/crash-screen.tsx';
import { NotFoundScreen } from './shell/not-found-screen.tsx';
import type { Crumb, CrumbBelow } from './shell/crumb.ts';
import { gatesSearch } from './access/gates-search.ts';
import { stockSearch } from './stands/stock-search.ts';
import { Waiting } from './shell/waiting.tsx';

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

/** What is open beside a list, by its id. */
const maybe = z.boolean().optional().catch(undefined);
const opened = z.string().optional().catch(undefined);

const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (me === null) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    return { me };
  },
  component: lazyRouteComponent(() => import('./shell/shell.tsx'), 'Shell'),
});

const festivals = createRoute({
  getParentRoute: () => office,
  path: '/',
  staticData: { crumb: 'festivals' },
  component: lazyRouteComponent(() => import('./festival/festivals-screen.tsx'), 'FestivalsScreen'),
});
const create = createRoute({
  getParentRoute: () => office,
  path: '/new',
  staticData: { crumb: 'createFestival' },
  component: lazyRouteComponent(() => import('./festival/create-festival-screen.tsx'), 'CreateFestivalScreen'),
});
const account = createRoute({
  getParentRoute: () => office,
  path: '/account',
  staticData: { crumb: 'account' },
  component: lazyRouteComponent(() => import('./identity/account-screen.tsx'), 'AccountScreen'),
});

const festival = createRoute({
  getParentRoute: () => office,
  path: '/f/$slug',
  notFoundComponent: NotFoundScreen,
  loader: async ({ context: { me, queryClient }, params: { slug } }) => {
    const festivalId = await findFestival(queryClient, me, slug);
    if (festivalId === null) throw notFound();
    const { name } = await queryClient.ensureQueryData(festivalQuery(festivalId));
    return { festivalId, name };
  },
});

const overview = createRoute({
  getParentRoute: () => festival,
  path: '/',
  staticData: { crumb: 'overview' },
  component: lazyRouteComponent(() => import('./festival/overview-screen.tsx'), 'OverviewScreen'),
});
const programme = createRoute({
  getParentRoute: () => festival,
  path: '/programme',
  validateSearch: programmeSearch,
  staticData: { crumb: 'programme' },
  component: lazyRouteComponent(() => import('./programme/programme-screen.tsx'), 'ProgrammeScreen'),
});
const programmeImport = createRoute({
  getParentRoute: () => festival,
  path: '/programme/import',
  validateSearch: z.object({
    id: z.uuid().optional().catch(undefined),
    filter: z.enum(['ALL', 'NEW', 'CHANGED', 'SAME', 'REFUSED', 'WARNED']).optional().catch(undefined),
  }),
  staticData: { crumb: 'programme', below: 'importing' },
  component: lazyRouteComponent(() => import('./programme/import/import-screen.tsx'), 'ImportScreen'),
});
const map = createRoute({
  getParentRoute: () => festival,
  path: '/map',
  validateSearch: z.object({ ...listSearch, kind: PlaceKind.optional().catch(undefined), place: opened }),
  staticData: { crumb: 'map' },
  component: lazyRouteComponent(() => import('./places/map-screen.tsx'), 'MapScreen'),
});
const stands = createRoute({
  getParentRoute: () => festival,
  path: '/stands',
  validateSearch: z.object({ ...listSearch, edit: opened }),
  staticData: { crumb: 'stands' },
  component: lazyRouteComponent(() => import('./stands/stands-screen.tsx'), 'StandsScreen'),
});
const stock = createRoute({
  getParentRoute: () => festival,
  path: '/stands/stock',
  validateSearch: stockSearch,
  staticData: { crumb: 'stands', below: 'stock' },
  component: lazyRouteComponent(() => import('./stands/stock-screen.tsx'), 'StockScreen'),
});
const menu = createRoute({
  getParentRoute: () => festival,
  path: '/stands/$standId',
  staticData: { crumb: 'stands', below: 'menu' },
  validateSearch: z.object({ view: z.literal('order').optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./stands/menu-screen.tsx'), 'MenuScreen'),
});
const media = createRoute({
  getParentRoute: () => festival,
  path: '/pictures',
  validateSearch: z.object({ search: listSearch.search, unused: maybe }),
  staticData: { crumb: 'media' },
  component: lazyRouteComponent(() => import('./media/media-screen.tsx'), 'MediaScreen'),
});
const tickets = createRoute({
  getParentRoute: () => festival,
  path: '/tickets',
  validateSearch: z.object({ edit: opened, quota: opened, option: opened, heading: opened, preview: maybe }),
  staticData: { crumb: 'tickets' },
  component: lazyRouteComponent(() => import('./ticketing/ticket-types-screen.tsx'), 'TicketTypesScreen'),
});
const prices = createRoute({
  getParentRoute: () => festival,
  path: '/prices',
  staticData: { crumb: 'prices' },
  component: lazyRouteComponent(() => import('./ticketing/pricing/prices-screen.tsx'), 'PricesScreen'),
});
const asked = createRoute({
  getParentRoute: () => festival,
  path: '/questions',
  validateSearch: z.object({ edit: opened }),
  staticData: { crumb: 'asked' },
  component: lazyRouteComponent(() => import('./ticketing/asked/asked-screen.tsx'), 'AskedScreen'),
});
const codes = createRoute({
  getParentRoute: () => festival,
  path: '/codes',
  validateSearch: z.object({ ...listSearch, edit: opened }),
  staticData: { crumb: 'codes' },
  component: lazyRouteComponent(() => import('./ticketing/pricing/codes-screen.tsx'), 'CodesScreen'),
});
const orders = createRoute({
  getParentRoute: () => festival,
  path: '/orders',
  validateSearch: ordersSearch,
  staticData: { crumb: 'orders' },
  component: lazyRouteComponent(() => import('./ticketing/orders-screen.tsx'), 'OrdersScreen'),
});
const order = createRoute({
  getParentRoute: () => festival,
  path: '/orders/$orderId',
  validateSearch: z.object({ refund: maybe }),
  staticData: { crumb: 'orders', below: 'order' },
  component: lazyRouteComponent(() => import('./ticketing/order-screen.tsx'), 'OrderScreen'),
});
const ticketKeys = createRoute({
  getParentRoute: () => festival,
  path: '/tickets/keys',
  staticData: { crumb: 'tickets', below: 'ticketKeys' },
  component: lazyRouteComponent(() => import('./ticketing/ticket-keys-screen.tsx'), 'TicketKeysScreen'),
});
const massRefunds = createRoute({
  getParentRoute: () => festival,
  path: '/orders/refunds',
  staticData: { crumb: 'orders', below: 'massRefunds' },
  component: lazyRouteComponent(() => import('./ticketing/mass-refunds-screen.tsx'), 'MassRefundsScreen'),
});
const attendees = createRoute({
  getParentRoute: () => festival,
  path: '/attendees',
  validateSearch: attendeesSearch,
  staticData: { crumb: 'attendees' },
  component: lazyRouteComponent(() => import('./attendees/attendees-screen.tsx'), 'AttendeesScreen'),
});
const desk = createRoute({
  getParentRoute: () => festival,
  path: '/desk',
  staticData: { crumb: 'desk' },
  component: lazyRouteComponent(() => import('./desk/desk-screen.tsx'), 'DeskScreen'),
});
const takings = createRoute({
  getParentRoute: () => festival,
  path: '/desk/takings',
  validateSearch: z.object({ day: z.iso.date().optional().catch(undefined) }),
  staticData: { crumb: 'desk', below: 'takings' },
  component: lazyRouteComponent(() => import('./desk/takings-screen.tsx'), 'TakingsScreen'),
});
const guests = createRoute({
  getParentRoute: () => festival,
  path: '/guests',
  validateSearch: z.object({ ...listSearch, edit: opened }),
  staticData: { crumb: 'guests' },
  component: lazyRouteComponent(() => import('./guests/guest-lists-screen.tsx'), 'GuestListsScreen'),
});
const guestList = createRoute({
  getParentRoute: () => festival,
  path: '/guests/$guestListId',
  validateSearch: z.object({ ...listSearch, edit: opened }),
  staticData: { crumb: 'guests', below: 'guestList' },
  component: lazyRouteComponent(() => import('./guests/guest-list-screen.tsx'), 'GuestListScreen'),
});
const ledger = createRoute({
  getParentRoute: () => festival,
  path: '/ledger',
  validateSearch: z.object({ unusual: maybe, correct: maybe }),
  staticData: { crumb: 'ledger' },
  component: lazyRouteComponent(() => import('./ledger/ledger-screen.tsx'), 'LedgerScreen'),
});
const moneyToLookAt = createRoute({
  getParentRoute: () => festival,
  path: '/ledger/attention',
  staticData: { crumb: 'ledger', below: 'moneyToLookAt' },
  component: lazyRouteComponent(() => import('./payments/attention-screen.tsx'), 'AttentionScreen'),
});
const devices = createRoute({
  getParentRoute: () => festival,
  path: '/devices',
  validateSearch: z.object(listSearch),
  staticData: { crumb: 'devices' },
  component: lazyRouteComponent(() => import('./devices/devices-screen.tsx'), 'DevicesScreen'),
});
const gates = createRoute({
  getParentRoute: () => festival,
  path: '/gates',
  validateSearch: gatesSearch,
  staticData: { crumb: 'gates' },
  component: lazyRouteComponent(() => import('./access/gates-screen.tsx'), 'GatesScreen'),
});
const team = createRoute({
  getParentRoute: () => festival,
  path: '/team',
  validateSearch: teamSearch,
  staticData: { crumb: 'team' },
  component: lazyRouteComponent(() => import('./identity/team-screen.tsx'), 'TeamScreen'),
});
const history = createRoute({
  getParentRoute: () => festival,
  path: '/history',
  validateSearch: z.object({
    name: z.string().max(100).optional().catch(undefined),
    search: listSearch.search,
    descending: listSearch.descending,
  }),
  staticData: { crumb: 'history' },
  component: lazyRouteComponent(() => import('./identity/history-screen.tsx'), 'HistoryScreen'),
});
const settings = createRoute({
  getParentRoute: () => festival,
  path: '/settings',
  staticData: { crumb: 'settings' },
  component: lazyRouteComponent(() => import('./festival/settings/settings-layout.tsx'), 'SettingsLayout'),
});
/** A room of the settings: a part of them that is saved by itself. */
const inSettings = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => settings, path, component });
const identitySettings = inSettings(
  '/',
  lazyRouteComponent(() => import('./festival/settings/identity-section.tsx'), 'IdentitySection'),
);
const datesSettings = inSettings(
  '/dates',
  lazyRouteComponent(() => import('./festival/settings/dates-section.tsx'), 'DatesSection'),
);
const placeSettings = inSettings(
  '/place',
  lazyRouteComponent(() => import('./festival/settings/place-section.tsx'), 'PlaceSection'),
);
const languagesSettings = inSettings(
  '/languages',
  lazyRouteComponent(() => import('./festival/settings/languages-section.tsx'), 'LanguagesSection'),
);
const themeSettings = inSettings(
  '/theme',
  lazyRouteComponent(() => import('./festival/settings/theme-section.tsx'), 'ThemeSection'),
);
const picturesSettings = inSettings(
  '/pictures',
  lazyRouteComponent(() => import('./festival/settings/pictures-section.tsx'), 'PicturesSection'),
);
const vatSettings = inSettings(
  '/vat',
  lazyRouteComponent(() => import('./festival/settings/vat-section.tsx'), 'VatSection'),
);
const contactSettings = inSettings(
  '/contact',
  lazyRouteComponent(() => import('./festival/settings/contact-section.tsx'), 'ContactSection'),
);
const legalSettings = inSettings(
  '/legal',
  lazyRouteComponent(() => import('./festival/settings/legal-section.tsx'), 'LegalSection'),
);
const policiesSettings = inSettings(
  '/policies',
  lazyRouteComponent(() => import('./festival/settings/policies-section.tsx'), 'PoliciesSection'),
);
const travelSettings = inSettings(
  '/travel',
  lazyRouteComponent(() => import('./festival/settings/travel-section.tsx'), 'TravelSection'),
);
const guideSettings = inSettings(
  '/guide',
  lazyRouteComponent(() => import('./festival/settings/guide-section.tsx'), 'GuideSection'),
);
const faqSettings = inSettings(
  '/faq',
  lazyRouteComponent(() => import('./festival/settings/faq-section.tsx'), 'FaqSection'),
);
const reasonsSettings = inSettings(
  '/reasons',
  lazyRouteComponent(() => import('./festival/settings/reasons-section.tsx'), 'ReasonsSection'),
);
const tokensSettings = inSettings(
  '/tokens',
  lazyRouteComponent(() => import('./festival/settings/tokens-section.tsx'), 'TokensSection'),
);
const socialSettings = inSettings(
  '/social',
  lazyRouteComponent(() => import('./festival/settings/social-section.tsx'), 'SocialSection'),
);
const domainSettings = inSettings(
  '/domain',
  lazyRouteComponent(() => import('./festival/settings/domain-section.tsx'), 'DomainSection'),
);
const newsSettings = createRoute({
  getParentRoute: () => settings,
  path: '/news',
  validateSearch: z.object({ ...listSearch, edit: opened }),
  component: lazyRouteComponent(() => import('./festival/settings/news-section.tsx'), 'NewsSection'),
});
const paymentsSettings = inSettings(
  '/payments',
  lazyRouteComponent(() => import('./payments/payments-screen.tsx'), 'PaymentsScreen'),
);
const lifeSettings = inSettings(
  '/life',
  lazyRouteComponent(() => import('./festival/settings/life-section.tsx'), 'LifeSection'),
);

const tree = root.addChildren([
  guestRoutes,
  office.addChildren([
    festivals,
    create,
    account,
    festival.addChildren([
      overview,
      programme,
      programmeImport,
      map,
      stands,
      stock,
      menu,
      media,
      tickets,
      prices,
      asked,
      codes,
      orders,
      massRefunds,
      ticketKeys,
      order,
      attendees,
      desk,
      takings,
      guests,
      guestList,
      ledger,
      moneyToLookAt,
      devices,
      gates,
      team,
      history,
      settings.addChildren([
        identitySettings,
        domainSettings,
        datesSettings,
        placeSettings,
        languagesSettings,
        themeSettings,
        picturesSettings,
        vatSettings,
        contactSettings,
        legalSettings,
        policiesSettings,
        travelSettings,
        guideSettings,
        faqSettings,
        reasonsSettings,
        tokensSettings,
        socialSettings,
        newsSettings,
        paymentsSettings,
        lifeSettings,
      ]),
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
