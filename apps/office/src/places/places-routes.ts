import { PlaceKind } from '@festivals/domain/places/place-kind';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { listSearch } from '../list/list-search.ts';
import { festival, opened } from '../shell/frame-routes.ts';

const map = createRoute({
  getParentRoute: () => festival,
  path: '/map',
  validateSearch: z.object({ ...listSearch, kind: PlaceKind.optional().catch(undefined), place: opened }),
  staticData: { crumb: 'map' },
  component: lazyRouteComponent(() => import('./map-screen.tsx'), 'MapScreen'),
});

/** The site and its map. */
export const placesRoutes = [map] as const;
