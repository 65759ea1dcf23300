import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { festival, office } from '../shell/frame-routes.ts';

const festivals = createRoute({
  getParentRoute: () => office,
  path: '/',
  staticData: { crumb: 'festivals' },
  component: lazyRouteComponent(() => import('./festivals-screen.tsx'), 'FestivalsScreen'),
});
const create = createRoute({
  getParentRoute: () => office,
  path: '/new',
  staticData: { crumb: 'createFestival' },
  component: lazyRouteComponent(() => import('./create-festival-screen.tsx'), 'CreateFestivalScreen'),
});
const overview = createRoute({
  getParentRoute: () => festival,
  path: '/',
  staticData: { crumb: 'overview' },
  component: lazyRouteComponent(() => import('./overview-screen.tsx'), 'OverviewScreen'),
});

/** All festivals of somebody. */
export const festivalsRoutes = [festivals, create] as const;

/** One festival at a glance. */
export const festivalRoutes = [overview] as const;
