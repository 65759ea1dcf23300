import { Button } from '@festivals/ui/button';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import type { Permission } from '@festivals/domain/identity/roles';
import { QuotaId, TicketTypeId } from '@festivals/domain/primitives';
import { GuestListId } from '@festivals/domain/ticketing/guests/schemas';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFailureText } from '../shell/failure.tsx';

type Id = Festival['id'];

/** What can be brought back after it was removed, by the deed that removed it. */
const ways: Readonly<Record<string, { needs: Permission; run: (festivalId: Id, id: string) => Promise<unknown> }>> = {
  'stands.stand_removed': {
    needs: 'stands.edit',
    run: (festivalId, standId) => api.stands.restoreStand({ params: { festivalId, standId } }),
  },
  'programme.stage_deleted': {
    needs: 'programme.edit',
    run: (festivalId, stageId) => api.programme.restoreStage({ params: { festivalId, stageId } }),
  },
  'programme.artist_deleted': {
    needs: 'programme.edit',
    run: (festivalId, artistId) => api.programme.restoreArtist({ params: { festivalId, artistId } }),
  },
  'programme.slot_deleted': {
    needs: 'programme.edit',
    run: (festivalId, slotId) => api.programme.restoreSlot({ params: { festivalId, slotId } }),
  },
  'places.place_removed': {
    needs: 'places.edit',
    run: (festivalId, placeId) => api.places.restorePlace({ params: { festivalId, placeId } }),
  },
  'places.layer_removed': {
    needs: 'places.edit',
    run: (festivalId, layerId) => api.places.restoreLayer({ params: { festivalId, layerId } }),
  },
  'stands.stock_item_removed': {
    needs: 'stands.edit',
    run: (festivalId, stockItemId) => api.stands.restoreStockItem({ params: { festivalId, stockItemId } }),
  },
  'media.picture_deleted': {
    needs: 'media.edit',
    run: (festivalId, pictureId) => api.media.restorePicture({ params: { festivalId, pictureId } }),
  },
  'identity.volunteer_removed': {
    needs: 'team.manage',
    run: (festivalId, volunteerId) => api.identity.restoreVolunteer({ params: { festivalId, volunteerId } }),
  },
  'ticketing.guest_list_closed': {
    needs: 'guests.edit',
    run: (festivalId, id) =>
      api.ticketing.restoreGuestList({ params: { festivalId, guestListId: GuestListId.parse(id) } }),
  },
  'access.gate_removed': {
    needs: 'access.edit',
    run: (festivalId, gateId) => api.access.restoreGate({ params: { festivalId, gateId } }),
  },
  'ticketing.type_removed': {
    needs: 'ticketing.edit',
    run: (festivalId, id) =>
      api.ticketing.restoreTicketType({ params: { festivalId, ticketTypeId: TicketTypeId.parse(id) } }),
  },
  'ticketing.quota_removed': {
    needs: 'ticketing.edit',
    run: (festivalId, id) => api.ticketing.restoreSharedQuota({ params: { festivalId, quotaId: QuotaId.parse(id) } }),
  },
  'ticketing.option_removed': {
    needs: 'ticketing.edit',
    run: (festivalId, optionId) => api.ticketing.restoreTicketOption({ params: { festivalId, optionId } }),
  },
  'festival.news_deleted': {
    needs: 'festival.edit',
    run: (festivalId, newsId) => api.festival.restoreNews({ params: { festivalId, newsId } }),
  },
  'stands.product_removed': {
    needs: 'stands.edit',
    run: (festivalId, productId) => api.stands.restoreProduct({ params: { festivalId, productId } }),
  },
};

type Props = { festivalId: Id; deed: string; subjectId: string | null; may: ReadonlySet<Permission> };

/** Brings back what a deed has removed, where that can be done. */
export function BringBack({ festivalId, deed, subjectId, may }: Props) {
  const t = useTranslations('office.record');
  const say = useToast();
  const describe = useFailureText();
  const queryClient = useQueryClient();
  const way = ways[deed];
  const back = useMutation({
    mutationFn: async (id: string) => way?.run(festivalId, id),
    onSuccess: () => say({ title: t('isBack') }),
    onError: (error) => say({ tone: 'danger', title: describe(error).title }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['festival', festivalId] }),
  });
  if (way === undefined || subjectId === null || !may.has(way.needs)) return null;
  return (
    <Button size="sm" busy={back.isPending} onClick={() => back.mutate(subjectId)}>
      <Undo2 aria-hidden="true" />
      {t('restoreRemoved')}
    </Button>
  );
}
