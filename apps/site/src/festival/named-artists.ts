/** Of a line-up of thousands the first page names so many; the line-up has a page of its own. */
const most = 150;

/** Whom a festival's first page names, the best known first. */
export const namedArtists = <A extends { billing: number }>(artists: readonly A[]): A[] =>
  artists.toSorted((one, other) => one.billing - other.billing).slice(0, most);
