import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { festival } from '../shell/frame-routes.ts';
import { attendeesSearch } from './attendees-search.ts';

const attendees = createRoute({
  getParentRoute: () => festival,
  path: '/attendees',
  validateSearch: attendeesSearch,
  staticData: { crumb: 'attendees' },
  component: lazyRouteComponent(() => import('./attendees-screen.tsx'), 'AttendeesScreen'),
});

/** Everybody who comes. */
export const attendeesRoutes = [attendees] as const;
