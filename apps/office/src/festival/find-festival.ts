import type { Festival } from '@festivals/domain/festival/contract';
import type { Me } from '@festivals/domain/identity/contract';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';

/** The festival of mine that an address names; null when there is none. */
export async function findFestival(queryClient: QueryClient, me: Me, slug: string): Promise<Festival['id'] | null> {
  const member = me.memberships.find(({ festivalSlug }) => festivalSlug === slug);
  if (member !== undefined) return member.festivalId;
  // A super-admin is in no team: every festival is theirs, however many pages of them there are.
  if (!me.superAdmin) return null;
  return queryClient.fetchQuery({
    queryKey: ['festivals', 'by-slug', slug],
    queryFn: () => lookThroughAll(slug),
    staleTime: 60_000,
  });
}

async function lookThroughAll(slug: string, cursor?: string): Promise<Festival['id'] | null> {
  const { items, next } = await api.festival.listMyFestivals({ query: { limit: 200, ...(cursor ? { cursor } : {}) } });
  const found = items.find((festival) => festival.slug === slug);
  if (found !== undefined) return found.id;
  return next === null ? null : lookThroughAll(slug, next);
}
