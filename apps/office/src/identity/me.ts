import { ApiError } from '@festivals/contract';
import type { Me } from '@festivals/domain/identity/contract';
import { Permission } from '@festivals/domain/identity/roles';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../api.ts';

/** Who is signed in, and what they may do where; null for nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) =>
    api.identity.me({}, { signal }).catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }),
  staleTime: 60_000,
});

/** The one who is signed in. Only below the route that asks for it. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery);
  if (data === null) throw new Error('Nobody is signed in');
  return data;
}

/** What `me` may do in a festival, as the server said. */
export function abilitiesIn(me: Me, festivalId: string): ReadonlySet<Permission> {
  if (me.superAdmin) return new Set(Permission.options);
  return new Set(me.memberships.find((membership) => membership.festivalId === festivalId)?.abilities);
}
