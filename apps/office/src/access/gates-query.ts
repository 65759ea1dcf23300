import type { Festival } from '@festivals/domain/festival/contract';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

export const gatesQuery = (festivalId: Festival['id']) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'gates'],
    queryFn: ({ signal }) => api.access.listGates({ params: { festivalId } }, { signal }),
  });
