import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { festival } from '../shell/frame-routes.ts';

const desk = createRoute({
  getParentRoute: () => festival,
  path: '/desk',
  staticData: { crumb: 'desk' },
  component: lazyRouteComponent(() => import('./desk-screen.tsx'), 'DeskScreen'),
});
const takings = createRoute({
  getParentRoute: () => festival,
  path: '/desk/takings',
  validateSearch: z.object({ day: z.iso.date().optional().catch(undefined) }),
  staticData: { crumb: 'desk', below: 'takings' },
  component: lazyRouteComponent(() => import('./takings-screen.tsx'), 'TakingsScreen'),
});

/** Where the team sells by itself, and what it took. */
export const deskRoutes = [desk, takings] as const;
