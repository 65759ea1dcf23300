import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { festival } from '../shell/frame-routes.ts';
import { gatesSearch } from './gates-search.ts';

const gates = createRoute({
  getParentRoute: () => festival,
  path: '/gates',
  validateSearch: gatesSearch,
  staticData: { crumb: 'gates' },
  component: lazyRouteComponent(() => import('./gates-screen.tsx'), 'GatesScreen'),
});

/** Gates, and who came in. */
export const accessRoutes = [gates] as const;
