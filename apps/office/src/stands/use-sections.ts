import type { Festival } from '@festivals/domain/festival/contract';
import type { MenuSection, Stand } from '@festivals/domain/stands/contract';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFailureText } from '../shell/failure.tsx';
import { standsQuery } from './queries.ts';
import { useMenuNames } from './use-menu-names.ts';

type Change = (sections: readonly MenuSection[]) => MenuSection[];
export type Sections = ReturnType<typeof useSections>;

const moved = <T>(all: readonly T[], from: number, to: number): T[] => {
  const next = [...all];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
};

/** What is done to a stand's sections: at once, and one after the other, each from what the one before has left. */
export function useSections(festival: Festival, stand: Stand) {
  const t = useTranslations('office.menu');
  const say = useToast();
  const { nameOf } = useMenuNames(festival);
  const save = useSave(festival, stand);
  return {
    isPending: save.isPending,
    error: save.error,
    reset: save.reset,
    move: (from: number, to: number) => save.mutate((now) => moved(now, from, to)),
    remove: (section: MenuSection) => {
      const at = stand.sections.findIndex(({ id }) => id === section.id);
      const bringBack = () => save.mutate((now) => [...now.slice(0, at), section, ...now.slice(at)]);
      save.mutate((now) => now.filter(({ id }) => id !== section.id), {
        onSuccess: () =>
          say({
            title: t('section.removed', { name: nameOf(section) }),
            action: { label: t('undo'), run: bringBack },
          }),
      });
    },
    /** Names a section, a new one where it is none yet. */
    keep: (section: MenuSection | null, name: MenuSection['name'], onSuccess: () => void) =>
      save.mutate(
        (now) =>
          section === null
            ? [...now, { id: crypto.randomUUID(), name }]
            : now.map((one) => (one.id === section.id ? { ...one, name } : one)),
        { onSuccess },
      ),
  };
}

function useSave(festival: Festival, stand: Stand) {
  const say = useToast();
  const describe = useFailureText();
  const queryClient = useQueryClient();
  const { queryKey } = standsQuery(festival.id);
  return useMutation({
    scope: { id: `sections ${stand.id}` },
    mutationFn: async (change: Change) => {
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
