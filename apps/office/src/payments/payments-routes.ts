import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { festival } from '../shell/frame-routes.ts';

const moneyToLookAt = createRoute({
  getParentRoute: () => festival,
  path: '/ledger/attention',
  staticData: { crumb: 'ledger', below: 'moneyToLookAt' },
  component: lazyRouteComponent(() => import('./attention-screen.tsx'), 'AttentionScreen'),
});

/** Money that somebody must look at. */
export const paymentsRoutes = [moneyToLookAt] as const;
