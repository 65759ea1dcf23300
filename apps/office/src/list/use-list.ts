import { arranged, isKnownIn, type ListQuery, type ListView } from '@festivals/domain/list-view';
import { useMemo } from 'react';
import { useLocale } from 'use-intl';
import { askedOf, type ListSearch } from './list-search.ts';

/** A list as its screen shows it, and what the screen needs to let it be looked at otherwise. */
export interface LookedAt<Row> {
  rows: Row[];
  /** What is asked of the list; a file of it asks the same. */
  asked: ListQuery;
  /** Whether something may be left out. */
  narrowed: boolean;
  /** For the heads of its columns. */
  sorting: { sort: string; descending: boolean; onSort: (sort: string, descending: boolean) => void };
  /** Changes what the address says. */
  look: (next: ListSearch) => void;
}

/** Arranges what was loaded by what the address says; what the list does not know there does not count. */
export function useList<Row>(
  view: ListView<Row>,
  all: readonly Row[],
  search: ListSearch,
  look: (next: ListSearch) => void,
): LookedAt<Row> {
  const locale = useLocale();
  const { search: text, sort, descending, only } = search;
  const asked = useMemo(() => {
    const query = askedOf({ search: text, sort, descending, only });
    if (isKnownIn(view, query)) return query;
    return askedOf({
      search: text,
      ...(isKnownIn(view, { sort }) ? { sort, descending } : {}),
      ...(isKnownIn(view, { only }) ? { only } : {}),
    });
  }, [view, text, sort, descending, only]);
  const rows = useMemo(() => arranged(view, all, asked, locale), [view, all, asked, locale]);
  const [first = ''] = Object.keys(view.sorts);
  return {
    rows,
    asked,
    narrowed: asked.search !== undefined || asked.only !== undefined,
    sorting: {
      sort: asked.sort ?? first,
      descending: asked.descending ?? false,
      onSort: (by, down) => look({ sort: by, descending: down }),
    },
    look,
  };
}
