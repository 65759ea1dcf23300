import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { festival } from '../shell/frame-routes.ts';
import { programmeSearch } from './programme-search.ts';

const programme = createRoute({
  getParentRoute: () => festival,
  path: '/programme',
  validateSearch: programmeSearch,
  staticData: { crumb: 'programme' },
  component: lazyRouteComponent(() => import('./programme-screen.tsx'), 'ProgrammeScreen'),
});
const programmeImport = createRoute({
  getParentRoute: () => festival,
  path: '/programme/import',
  validateSearch: z.object({
    id: z.uuid().optional().catch(undefined),
    filter: z.enum(['ALL', 'NEW', 'CHANGED', 'SAME', 'REFUSED', 'WARNED']).optional().catch(undefined),
  }),
  staticData: { crumb: 'programme', below: 'importing' },
  component: lazyRouteComponent(() => import('./import/import-screen.tsx'), 'ImportScreen'),
});

/** Who plays when and where, and how that comes in by file. */
export const programmeRoutes = [programme, programmeImport] as const;
