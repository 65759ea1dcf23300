import { Card } from '@festivals/ui/card';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from '../shell/failure.tsx';
import { ListSkeleton } from './paged-list.tsx';

/** Something loaded at once, in its states: on its way, failed, there. */
export function Loaded<T>({
  query,
  children,
  waiting,
}: {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isError'> & { refetch: () => unknown };
  children: (data: T) => ReactNode;
  waiting?: ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return (
      <Card>
        <Failure error={query.error} retry={() => void query.refetch()} />
      </Card>
    );
  }
  return (
    waiting ?? (
      <Card aria-busy="true" className="overflow-hidden">
        <ListSkeleton />
      </Card>
    )
  );
}
