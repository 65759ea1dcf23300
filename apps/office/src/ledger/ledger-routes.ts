import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { festival, maybe } from '../shell/frame-routes.ts';

const ledger = createRoute({
  getParentRoute: () => festival,
  path: '/ledger',
  validateSearch: z.object({ unusual: maybe, correct: maybe }),
  staticData: { crumb: 'ledger' },
  component: lazyRouteComponent(() => import('./ledger-screen.tsx'), 'LedgerScreen'),
});

/** Every cent that moved. */
export const ledgerRoutes = [ledger] as const;
