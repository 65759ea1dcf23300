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

/** Everything about an artist but the fee. */
export const artistQuery = (festivalId: FestivalId, artistId: string) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'programme', 'artist', artistId],
    queryFn: ({ signal }) => api.programme.getArtist({ params: { festivalId, artistId } }, { signal }),
  });

/** What artists are paid. */
export const feesQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'fees'],
    queryFn: ({ signal }) => api.programme.listFees({ params: { festivalId } }, { signal }),
  });

/** Where stages may stand on the map. */
export const placesQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'places'],
    queryFn: ({ signal }) => api.places.listPlaces({ params: { festivalId } }, { signal }),
  });
