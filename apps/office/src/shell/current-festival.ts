import { useMatch, useParams } from '@tanstack/react-router';
import { abilitiesIn, useMe } from '../identity/me.ts';

/** The festival that the address names, if it names one of the reader's; for the parts of the shell that are always there. */
export function useCurrentFestival() {
  const me = useMe();
  const { slug } = useParams({ strict: false });
  const membership = me.memberships.find(({ festivalSlug }) => festivalSlug === slug);
  const loaded = useMatch({ from: '/office/f/$slug', shouldThrow: false })?.loaderData;
  if (slug === undefined) return null;
  return {
    id: membership?.festivalId ?? loaded?.festivalId ?? null,
    slug,
    name: membership?.festivalName ?? loaded?.name ?? slug,
    abilities: abilitiesIn(me, membership?.festivalId ?? ''),
  };
}
