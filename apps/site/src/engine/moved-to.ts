import { reservedSlugs } from '@festivals/domain/festival/reserved-slugs';
import { loadFestival } from '../festival/load-festival.ts';

/** The address that a festival has now, where a page is asked for at one that it had before; null for any other page. */
export async function movedTo(path: string): Promise<string | null> {
  const [, , slug = ''] = path.split('/');
  if (slug === '' || reservedSlugs.has(slug)) return null;
  const festival = await loadFestival(slug).catch(() => null);
  return festival === null || festival.slug === slug ? null : festival.slug;
}

/** The same page at the festival's address of now: `/de/old/tickets` is `/de/new/tickets`. */
export const pathAt = (slug: string, path: string): string => {
  const [before, language, , ...rest] = path.split('/');
  return [before, language, slug, ...rest].join('/');
};
