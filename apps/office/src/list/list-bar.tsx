import { Button } from '@festivals/ui/button';
import { EmptyState } from '@festivals/ui/empty-state';
import { IconButton } from '@festivals/ui/icon-button';
import { Select } from '@festivals/ui/select';
import { ArrowDownNarrowWide, ArrowUpNarrowWide, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ListSearch } from './list-search.ts';
import { SearchInput } from './search-input.tsx';

type Names = readonly (readonly [name: string, words: string])[];
const none: Names = [];

type Props = {
  /** What the address says. */
  asked: ListSearch;
  look: (next: ListSearch) => void;
  /** What may be searched; none where nothing is. */
  searchLabel?: string;
  /** What may be left, by its words. */
  filters?: Names;
  /** By what it may be sorted, where no column says so. */
  sorts?: Names;
  children?: ReactNode;
};

/** Above a list: what is searched in it, what alone is shown, in which order. */
export function ListBar({ asked, look, searchLabel, filters = none, sorts = none, children }: Props) {
  const t = useTranslations('office.list');
  const descending = asked.descending ?? false;
  const Arrow = descending ? ArrowDownNarrowWide : ArrowUpNarrowWide;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {searchLabel !== undefined && (
        <SearchInput
          label={searchLabel}
          value={asked.search ?? ''}
          onSearch={(text) => look({ search: text || undefined })}
          className="min-w-44 flex-1 max-sm:basis-full sm:max-w-xs"
        />
      )}
      {filters.length > 0 && (
        <Select
          className="min-w-24 flex-1 sm:max-w-44"
          aria-label={t('filter')}
          value={asked.only ?? ''}
          onChange={({ target }) => look({ only: target.value || undefined })}
        >
          <option value="">{t('everything')}</option>
          {filters.map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </Select>
      )}
      {sorts.length > 0 && (
        <span className="flex min-w-32 flex-1 gap-1 sm:max-w-52">
          <Select
            className="flex-1"
            aria-label={t('sortBy')}
            value={asked.sort ?? sorts[0]?.[0] ?? ''}
            onChange={({ target }) => look({ sort: target.value, descending })}
          >
            {sorts.map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </Select>
          <IconButton
            label={t('turnAround')}
            aria-pressed={descending}
            onClick={() => look({ sort: asked.sort ?? sorts[0]?.[0], descending: !descending })}
          >
            <Arrow aria-hidden="true" />
          </IconButton>
        </span>
      )}
      {children && <span className="ms-auto">{children}</span>}
    </div>
  );
}

/** In the place of a list of which nothing fits. */
export function NothingFits({ look }: { look: (next: ListSearch) => void }) {
  const t = useTranslations('office.list');
  return (
    <EmptyState
      icon={<SearchX aria-hidden="true" />}
      title={t('nothing')}
      action={<Button onClick={() => look({ search: undefined, only: undefined })}>{t('showAll')}</Button>}
    >
      {t('nothingDetail')}
    </EmptyState>
  );
}
