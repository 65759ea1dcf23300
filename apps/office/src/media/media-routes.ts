import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { listSearch } from '../list/list-search.ts';
import { festival, maybe } from '../shell/frame-routes.ts';

const media = createRoute({
  getParentRoute: () => festival,
  path: '/pictures',
  validateSearch: z.object({ search: listSearch.search, unused: maybe }),
  staticData: { crumb: 'media' },
  component: lazyRouteComponent(() => import('./media-screen.tsx'), 'MediaScreen'),
});

/** The library of pictures. */
export const mediaRoutes = [media] as const;
