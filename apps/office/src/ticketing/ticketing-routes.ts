import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { listSearch } from '../list/list-search.ts';
import { festival, maybe, opened } from '../shell/frame-routes.ts';
import { ordersSearch } from './orders-search.ts';

const tickets = createRoute({
  getParentRoute: () => festival,
  path: '/tickets',
  validateSearch: z.object({ edit: opened, quota: opened, option: opened, heading: opened, preview: maybe }),
  staticData: { crumb: 'tickets' },
  component: lazyRouteComponent(() => import('./ticket-types-screen.tsx'), 'TicketTypesScreen'),
});
const ticketKeys = createRoute({
  getParentRoute: () => festival,
  path: '/tickets/keys',
  staticData: { crumb: 'tickets', below: 'ticketKeys' },
  component: lazyRouteComponent(() => import('./ticket-keys-screen.tsx'), 'TicketKeysScreen'),
});
const prices = createRoute({
  getParentRoute: () => festival,
  path: '/prices',
  staticData: { crumb: 'prices' },
  component: lazyRouteComponent(() => import('./pricing/prices-screen.tsx'), 'PricesScreen'),
});
const asked = createRoute({
  getParentRoute: () => festival,
  path: '/questions',
  validateSearch: z.object({ edit: opened }),
  staticData: { crumb: 'asked' },
  component: lazyRouteComponent(() => import('./asked/asked-screen.tsx'), 'AskedScreen'),
});
const codes = createRoute({
  getParentRoute: () => festival,
  path: '/codes',
  validateSearch: z.object({ ...listSearch, edit: opened }),
  staticData: { crumb: 'codes' },
  component: lazyRouteComponent(() => import('./pricing/codes-screen.tsx'), 'CodesScreen'),
});
const orders = createRoute({
  getParentRoute: () => festival,
  path: '/orders',
  validateSearch: ordersSearch,
  staticData: { crumb: 'orders' },
  component: lazyRouteComponent(() => import('./orders-screen.tsx'), 'OrdersScreen'),
});
const massRefunds = createRoute({
  getParentRoute: () => festival,
  path: '/orders/refunds',
  staticData: { crumb: 'orders', below: 'massRefunds' },
  component: lazyRouteComponent(() => import('./mass-refunds-screen.tsx'), 'MassRefundsScreen'),
});
const order = createRoute({
  getParentRoute: () => festival,
  path: '/orders/$orderId',
  validateSearch: z.object({ refund: maybe }),
  staticData: { crumb: 'orders', below: 'order' },
  component: lazyRouteComponent(() => import('./order-screen.tsx'), 'OrderScreen'),
});

/** What is sold, for how much and to whom. */
export const ticketingRoutes = [tickets, ticketKeys, prices, asked, codes, orders, massRefunds, order] as const;
