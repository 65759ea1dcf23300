import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { listSearch } from '../list/list-search.ts';
import { festival } from '../shell/frame-routes.ts';

const devices = createRoute({
  getParentRoute: () => festival,
  path: '/devices',
  validateSearch: z.object(listSearch),
  staticData: { crumb: 'devices' },
  component: lazyRouteComponent(() => import('./devices-screen.tsx'), 'DevicesScreen'),
});

/** Phones and tills of the staff. */
export const devicesRoutes = [devices] as const;
