import type { Page } from '@festivals/contract';
import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { Skeleton } from '@festivals/ui/skeleton';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Failure } from '../shell/failure.tsx';

type Props<T> = {
  query: UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  empty: { icon: ReactNode; title: string; detail?: ReactNode; action?: ReactNode };
  children: (items: T[]) => ReactNode;
};

/** A list that comes a page at a time, in all its states: on its way, empty, failed, there, and there is more. */
export function PagedList<T>({ query, empty, children }: Props<T>) {
  const t = useTranslations('office.list');
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Card className="overflow-hidden" aria-busy={query.isPending}>
      {items === undefined ? (
        query.isError ? (
          <Failure error={query.error} retry={() => void query.refetch()} />
        ) : (
          <ListSkeleton />
        )
      ) : items.length === 0 ? (
        <EmptyState icon={empty.icon} title={empty.title} action={empty.action}>
          {empty.detail}
        </EmptyState>
      ) : (
        <>
          {children(items)}
          <footer className="flex items-center justify-between gap-3 border-t border-line px-5 py-2.5 text-xs text-ink-faint">
            <span className="tabular" role="status">
              {t('shown', { count: items.length, more: query.hasNextPage ? 'yes' : 'no' })}
            </span>
            {query.hasNextPage && (
              <Button size="sm" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('more')}
              </Button>
            )}
          </footer>
        </>
      )}
    </Card>
  );
}

/** The place of a list that is on its way. */
export function ListSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div className="divide-y divide-line">
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className="flex h-11 items-center gap-6 px-5">
          <Skeleton className="w-1/4" />
          <Skeleton className="w-1/3" />
          <Skeleton className="ml-auto w-16" />
        </div>
      ))}
    </div>
  );
}
