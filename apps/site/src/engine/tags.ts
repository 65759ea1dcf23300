import { memory } from './memory.ts';

/** The list of festivals, and every address at which there was none. */
export const anyFestival = 'festivals';

/** All that is known of the festival at an address. */
export const atSlug = (slug: string): string => `slug:${slug}`;

/** Remembers under which address a festival is seen, since what happens is told by its id. */
export function seeSlug(festivalId: string, slug: string): void {
  const { slugs } = memory();
  slugs.set(festivalId, (slugs.get(festivalId) ?? new Set()).add(slug));
}

/** What is out of date when something of a festival changed, in the named domains. */
export function tagsOfChange(festivalId: string, domains: readonly string[]): string[] {
  const slugs = [...(memory().slugs.get(festivalId) ?? [])];
  return [...slugs.map(atSlug), ...(domains.includes('festival') ? [anyFestival] : [])];
}

/** What a page's address says of what it shows. */
export function tagsOfPage(path: string, status: number): string[] {
  const [, , slug] = path.split('/');
  const isAbsent = status === 404;
  return slug === undefined || slug === '' ? [anyFestival] : [atSlug(slug), ...(isAbsent ? [anyFestival] : [])];
}
