import type { Festival } from '@festivals/domain/festival/contract';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

/** The whole map, as those who draw it see it. */
export const mapQuery = (festivalId: Festival['id']) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'map'],
    queryFn: ({ signal }) => api.places.getMap({ params: { festivalId } }, { signal }),
  });
