import { memory } from './memory.ts';

/** The list of festivals, and every address at which there was none. */
export const anyFestival = 'festivals';

/** All that is known of the festival at an address. */
export const atSlug = (slug: string): string => `slug:${slug}`;

/** Remembers under which address a festival is seen, since what happens is told by its id. @returns whether that is new */
export function seeSlug(festivalId: string, slug: string): boolean {
  const { slugs } = memory();
  const known = slugs.get(festivalId) ?? new Set();
  const isNew = !known.has(slug);
  slugs.set(festivalId, known.add(slug));
  return isNew;
}

/** Parts of a festival that change by themselves; what changes otherwise may be about all of it. */
const parts = ['programme', 'places', 'stands', 'ticketing', 'festival.news'] as const;
export type Part = (typeof parts)[number];
const isPart = (domain: string): domain is Part => parts.some((part) => part === domain);

/** One part of what is known of the festival at an address. */
export const partAt = (slug: string, part: Part): string => `${atSlug(slug)} ${part}`;

/** The festival at an address with all its parts. */
export const tagsOfAll = (slug: string): string[] => [atSlug(slug), ...parts.map((part) => partAt(slug, part))];

/** What is out of date when something of a festival changed, in the named domains. */
export function tagsOfChange(festivalId: string, domains: readonly string[]): string[] {
  const slugs = [...(memory().slugs.get(festivalId) ?? [])];
  const changed = slugs.flatMap((slug) =>
    domains.length === 0 || !domains.every(isPart)
      ? [atSlug(slug)]
      : domains.filter(isPart).map((part) => partAt(slug, part)),
  );
  return [...changed, ...(domains.includes('festival') ? [anyFestival] : [])];
}

/** What pages show beside the festival itself, by the room of a festival that they are; a room that is not named may show all of it. */
const shownIn: Record<string, readonly Part[]> = {
  'line-up': ['programme'],
  artists: ['programme'],
  timetable: ['programme'],
  'my-programme': ['programme'],
  programme: ['programme'],
  map: ['places', 'stands'],
  'eat-and-drink': ['places', 'stands'],
  tickets: ['ticketing'],
  orders: [],
  practical: [],
  legal: [],
  news: ['festival.news'],
};

/** What a page's address says of what it shows. */
export function tagsOfPage(path: string, status: number): string[] {
  const [, , slug, room = ''] = path.split('/');
  // The first page, and what is found among all festivals.
  if (slug === undefined || slug === '' || slug === 'festivals') return [anyFestival];
  const all = status === 404 ? parts : (shownIn[room] ?? parts);
  return [atSlug(slug), ...all.map((part) => partAt(slug, part)), ...(status === 404 ? [anyFestival] : [])];
}
