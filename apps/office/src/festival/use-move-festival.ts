import { useToast } from '@festivals/ui/toast';
import type { Festival, FestivalStatus } from '@festivals/domain/festival/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { useFailureText } from '../shell/failure.tsx';
import { festivalQuery, myFestivalsQuery, readinessQuery } from './queries.ts';

/** Publishes, opens, closes or cancels a festival, and tells everyone who shows it. */
export function useMoveFestival(festival: Festival) {
  const t = useTranslations('office.overview');
  const queryClient = useQueryClient();
  const say = useToast();
  const describe = useFailureText();
  const keyFor = useDeedKey();
  return useMutation({
    mutationFn: (to: FestivalStatus) =>
      api.festival.moveFestival(
        { params: { festivalId: festival.id }, body: { to } },
        { idempotencyKey: keyFor([festival.version, to]) },
      ),
    onSuccess: (moved) => {
      queryClient.setQueryData(festivalQuery(festival.id).queryKey, moved);
      void queryClient.invalidateQueries(myFestivalsQuery);
      say({ title: t(`moved.${moved.status}`, { name: moved.name }) });
    },
    onError: (error) => {
      say({ tone: 'danger', title: describe(error).title });
      void queryClient.invalidateQueries(readinessQuery(festival.id));
    },
  });
}
