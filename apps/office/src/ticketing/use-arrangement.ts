import type { Festival } from '@festivals/domain/festival/contract';
import { isSameArrangement } from '@festivals/domain/ticketing/arrangement';
import type { Arrangement } from '@festivals/domain/ticketing/inventory-contract';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFailureText } from '../shell/failure.tsx';
import { arrangementQuery, ticketTypesQuery } from './queries.ts';

/** The shop's order: shown as it will be at once, taken back when the server has another by now. */
export function useArrangement(festival: Festival, types: readonly TicketType[]) {
  const t = useTranslations('office.shopOrder');
  const say = useToast();
  const describe = useFailureText();
  const queryClient = useQueryClient();
  const { queryKey } = arrangementQuery(festival.id);
  const { data } = useQuery(arrangementQuery(festival.id));
  const arrange = useMutation({
    mutationFn: ({ to, was }: { to: Arrangement; was: Arrangement; undo: boolean }) =>
      api.ticketing.arrangeTicketTypes({ params: { festivalId: festival.id }, body: { wanted: to, was } }),
    onMutate: ({ to }) => queryClient.setQueryData(queryKey, to),
    onSuccess: (_, { to, was, undo }) => {
      if (undo)
        say({
          title: t('arranged'),
          action: { label: t('undo'), run: () => arrange.mutate({ to: was, was: to, undo: false }) },
        });
    },
    onError: (error) => say({ tone: 'danger', title: describe(error).title }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ticketTypesQuery(festival.id).queryKey }),
  });
  const now = complete(data ?? { ticketTypeIds: [], groups: [] }, types);
  return {
    now,
    move: (to: Arrangement) => !isSameArrangement(now, to) && arrange.mutate({ to, was: now, undo: true }),
  };
}

/** A type that was added meanwhile stands below no heading, until the order is asked again. */
function complete(arrangement: Arrangement, types: readonly TicketType[]): Arrangement {
  const placed = new Set([...arrangement.ticketTypeIds, ...arrangement.groups.flatMap((group) => group.ticketTypeIds)]);
  const missing = types.filter(({ id }) => !placed.has(id)).map(({ id }) => id);
  return missing.length === 0
    ? arrangement
    : { ...arrangement, ticketTypeIds: [...arrangement.ticketTypeIds, ...missing] };
}
