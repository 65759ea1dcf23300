/** How many festivals stand on one page. */
export const perPage = 24;

export interface Page<T> {
  items: T[];
  /** From 1 on. */
  page: number;
  /** At least one, though it be empty. */
  pages: number;
}

/** A page of a list, as an address names it: one that is none is the first, one behind the last is the last. */
export function pageAt<T>(all: readonly T[], wanted: string): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const page = /^\d{1,6}$/.test(wanted) ? Math.min(pages, Math.max(1, Number(wanted))) : 1;
  return { items: all.slice((page - 1) * perPage, page * perPage), page, pages };
}
