import type { Details, DetailsChange } from '@festivals/domain/festival/details-contract';
import type { SectionName } from '@festivals/domain/festival/details';
import type { Festival } from '@festivals/domain/festival/contract';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { detailsQuery, readinessQuery } from '../queries.ts';

/** One part of the details, and how it is saved. */
export function useDetails<N extends SectionName>(festival: Festival, section: N) {
  const queryClient = useQueryClient();
  const query = detailsQuery(festival.id);
  const { data } = useSuspenseQuery(query);
  const part: Details[N] = data[section];
  return {
    version: part.version,
    content: part.content as Details[N]['content'],
    save: async (written: Details[N]['content'], version: number): Promise<Details[N]['content']> => {
      const saved = await api.festival.saveDetails({
        params: { festivalId: festival.id },
        // Which content belongs to which part is said by N, which a union of all parts cannot see.
        body: { section, version, content: written } as DetailsChange,
      });
      queryClient.setQueryData(query.queryKey, saved);
      await queryClient.invalidateQueries(readinessQuery(festival.id));
      const now: Details[N] = saved[section];
      return now.content;
    },
    refetch: () => void queryClient.invalidateQueries(query),
  };
}
