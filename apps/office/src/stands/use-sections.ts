import type { Festival } from '@festivals/domain/festival/contract';
import type { MenuSection, Stand } from '@festivals/domain/stands/contract';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useFailureText } from '../shell/failure.tsx';
import { api } from '../api.ts';
import { standsQuery } from './queries.ts';

/** Writes a stand's sections: at once, and one after the other, each from what the one before has left. */
export function useSections(festival: Festival, stand: Stand) {
  const say = useToast();
  const describe = useFailureText();
  const queryClient = useQueryClient();
  const { queryKey } = standsQuery(festival.id);
  return useMutation({
    scope: { id: `sections ${stand.id}` },
    mutationFn: async (change: (sections: readonly MenuSection[]) => MenuSection[]) => {
      const list = queryClient.getQueryData<Stand[]>(queryKey) ?? [];
      const { version, sections } = list.find(({ id }) => id === stand.id) ?? stand;
      const saved = await api.stands.updateStand({
        params: { festivalId: festival.id, standId: stand.id },
        body: { version, changes: { sections: change(sections) } },
      });
      queryClient.setQueryData<Stand[]>(queryKey, (now) => now?.map((one) => (one.id === saved.id ? saved : one)));
      return saved;
    },
    onError: (error) => {
      say({ tone: 'danger', title: describe(error).title });
      return queryClient.invalidateQueries({ queryKey });
    },
  });
}
