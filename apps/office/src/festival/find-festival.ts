import { type Festival, Slug } from '@festivals/domain/festival/contract';
import type { Me } from '@festivals/domain/identity/contract';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';

type Found = Pick<Festival, 'id' | 'slug'>;

/** The festival of mine that an address names, or named before it was given the one that it has now; null when there is none. */
export async function findFestival(queryClient: QueryClient, me: Me, slug: string): Promise<Found | null> {
  const member = me.memberships.find(({ festivalSlug }) => festivalSlug === slug);
  if (member !== undefined) return { id: member.festivalId, slug };
  if (!Slug.safeParse(slug).success) return null;
  const { festival } = await queryClient.fetchQuery({
    queryKey: ['festivals', 'mine', 'by-slug', slug],
    queryFn: ({ signal }) => api.festival.findMyFestival({ params: { slug } }, { signal }),
    staleTime: 60_000,
  });
  return festival;
}
