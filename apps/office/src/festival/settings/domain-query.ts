import type { Festival } from '@festivals/domain/festival/contract';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

export const domainQuery = (festivalId: Festival['id']) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'domain'],
    queryFn: ({ signal }) => api.festival.getDomain({ params: { festivalId } }, { signal }),
  });
