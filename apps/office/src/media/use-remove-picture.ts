import type { LibraryPicture } from '@festivals/domain/media/contract';
import type { FestivalId } from '@festivals/domain/primitives';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { libraryKey } from './queries.ts';

/** Takes a picture out of the library; the toast brings it back. */
export function useRemovePicture(festivalId: FestivalId, onRemoved: () => void) {
  const t = useTranslations('office.media');
  const say = useToast();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: libraryKey(festivalId) });
  const restore = async (pictureId: string) => {
    await api.media.restorePicture({ params: { festivalId, pictureId } });
    await refresh();
  };
  return useMutation({
    mutationFn: ({ id, version }: LibraryPicture) =>
      api.media.deletePicture({ params: { festivalId, pictureId: id }, query: { version } }),
    onSuccess: (_, { id, name }) => {
      say({ title: t('removed', { name }), action: { label: t('undo'), run: () => void restore(id) } });
      onRemoved();
    },
    onSettled: refresh,
  });
}
