import type { Festival } from '@festivals/domain/festival/contract';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

export const standsQuery = (festivalId: Festival['id']) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'stands'],
    queryFn: ({ signal }) => api.stands.listStands({ params: { festivalId } }, { signal }),
  });
