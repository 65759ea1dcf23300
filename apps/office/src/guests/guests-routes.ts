import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { listSearch } from '../list/list-search.ts';
import { festival, opened } from '../shell/frame-routes.ts';

const guests = createRoute({
  getParentRoute: () => festival,
  path: '/guests',
  validateSearch: z.object({ ...listSearch, edit: opened }),
  staticData: { crumb: 'guests' },
  component: lazyRouteComponent(() => import('./guest-lists-screen.tsx'), 'GuestListsScreen'),
});
const guestList = createRoute({
  getParentRoute: () => festival,
  path: '/guests/$guestListId',
  validateSearch: z.object({ ...listSearch, edit: opened }),
  staticData: { crumb: 'guests', below: 'guestList' },
  component: lazyRouteComponent(() => import('./guest-list-screen.tsx'), 'GuestListScreen'),
});

/** People who come without buying. */
export const guestsRoutes = [guests, guestList] as const;
