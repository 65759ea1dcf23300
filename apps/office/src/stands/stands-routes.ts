import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { listSearch } from '../list/list-search.ts';
import { festival, opened } from '../shell/frame-routes.ts';
import { stockSearch } from './stock-search.ts';

const stands = createRoute({
  getParentRoute: () => festival,
  path: '/stands',
  validateSearch: z.object({ ...listSearch, edit: opened }),
  staticData: { crumb: 'stands' },
  component: lazyRouteComponent(() => import('./stands-screen.tsx'), 'StandsScreen'),
});
const stock = createRoute({
  getParentRoute: () => festival,
  path: '/stands/stock',
  validateSearch: stockSearch,
  staticData: { crumb: 'stands', below: 'stock' },
  component: lazyRouteComponent(() => import('./stock-screen.tsx'), 'StockScreen'),
});
const menu = createRoute({
  getParentRoute: () => festival,
  path: '/stands/$standId',
  staticData: { crumb: 'stands', below: 'menu' },
  validateSearch: z.object({ view: z.literal('order').optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./menu-screen.tsx'), 'MenuScreen'),
});

/** Where something is sold or given, its menus and its stock. */
export const standsRoutes = [stands, stock, menu] as const;
