/** What stands around the screens: the domains' own routes hang below. */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { findFestival } from '../festival/find-festival.ts';
import { festivalQuery } from '../festival/queries.ts';
import { meQuery } from '../identity/me.ts';
import { NotFoundPage, NotFoundScreen } from './not-found-screen.tsx';

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ notFoundComponent: NotFoundPage });

/** Around whoever is not signed in. */
export const guest = createRoute({
  getParentRoute: () => root,
  id: 'guest',
  component: lazyRouteComponent(() => import('../identity/guest-frame.tsx'), 'GuestFrame'),
});

/** Around whoever is. */
export const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (me === null) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    return { me };
  },
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
});

/** One festival, by its address. */
export const festival = createRoute({
  getParentRoute: () => office,
  path: '/f/$slug',
  notFoundComponent: NotFoundScreen,
  loader: async ({ context: { me, queryClient }, params: { slug }, location: { pathname, search, hash } }) => {
    const found = await findFestival(queryClient, me, slug);
    if (found === null) throw notFound();
    // A link in a mail of before the festival was given another address.
    if (found.slug !== slug)
      throw redirect({ to: pathname.replace(`/f/${slug}`, `/f/${found.slug}`), search, hash, replace: true });
    const { name } = await queryClient.ensureQueryData(festivalQuery(found.id));
    return { festivalId: found.id, name };
  },
});

/** What is open beside a list, by its id. */
export const opened = z.string().optional().catch(undefined);
/** Something that an address says or leaves out. */
export const maybe = z.boolean().optional().catch(undefined);
