import type { updateFestival, Festival } from '@festivals/domain/festival/contract';
import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { api } from '../../api.ts';
import { meQuery } from '../../identity/me.ts';
import { festivalQuery, myFestivalsQuery, readinessQuery } from '../queries.ts';
import { domainQuery } from './domain-query.ts';

type Changes = z.output<typeof updateFestival.body>['changes'];

/** Saves some of a festival's own fields, and tells everyone who shows them. */
export function useSaveFestival(festival: Festival) {
  const queryClient = useQueryClient();
  return {
    save: async (changes: Changes, version: number): Promise<Festival> => {
      const saved = await api.festival.updateFestival({
        params: { festivalId: festival.id },
        body: { version, changes },
      });
      queryClient.setQueryData(festivalQuery(festival.id).queryKey, saved);
      await Promise.all([
        queryClient.fetchQuery({ ...meQuery, staleTime: 0 }),
        queryClient.invalidateQueries(myFestivalsQuery),
        queryClient.invalidateQueries(readinessQuery(festival.id)),
        queryClient.invalidateQueries(domainQuery(festival.id)),
      ]);
      return saved;
    },
    refetch: () => void queryClient.invalidateQueries(festivalQuery(festival.id)),
  };
}
