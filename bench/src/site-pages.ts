/** The kinds of page that are measured: a name, and what comes after the festival's address. Whoever adds a kind adds a line. */
export const pageKinds = {
  home: '',
  lineUp: '/line-up',
  timetable: '/timetable',
  map: '/map',
  practical: '/practical',
  tickets: '/tickets',
  news: '/news',
} as const;

export type PageKind = keyof typeof pageKinds;

export const kindNames = Object.keys(pageKinds) as PageKind[];

export const addressOf = (site: string, slug: string, kind: PageKind): string => `${site}/en/${slug}${pageKinds[kind]}`;
