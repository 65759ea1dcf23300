/** The kinds of page that are measured: a name, and what comes after the festival's address; `{artist}` is one's own name there. */
export const pageKinds = {
  home: '',
  lineUp: '/line-up',
  timetable: '/timetable',
  artist: '/artists/{artist}',
  map: '/map',
  eat: '/eat-and-drink',
  practical: '/practical',
  tickets: '/tickets',
  news: '/news',
} as const;

export type PageKind = keyof typeof pageKinds;

export const kindNames = Object.keys(pageKinds) as PageKind[];

interface Shown {
  slug: string;
  /** An artist of the festival, as their address names them. */
  artist: string;
}

export const addressOf = (site: string, { slug, artist }: Shown, kind: PageKind): string =>
  `${site}/en/${slug}${pageKinds[kind].replace('{artist}', artist)}`;
