import type { Festival } from '@festivals/domain/festival/contract';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

type FestivalId = Festival['id'];

/** The whole programme, as its editors see it. */
export const draftQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'programme', 'draft'],
    queryFn: ({ signal }) => api.programme.getProgrammeDraft({ params: { festivalId } }, { signal }),
  });

/** Where stages may stand on the map. */
export const placesQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'places'],
    queryFn: ({ signal }) => api.places.listPlaces({ params: { festivalId } }, { signal }),
  });
