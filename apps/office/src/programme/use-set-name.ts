import type { DraftSlot, ListedArtist } from '@festivals/domain/programme/contract';
import { setName } from '@festivals/domain/programme/set-name';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';

/** What sets are called on screens. */
export function useSetName(artists: readonly ListedArtist[]) {
  const t = useTranslations('office.programmeEdit');
  return useMemo(() => {
    const names = new Map(artists.map(({ id, name }) => [id, name]));
    return (slot: Pick<DraftSlot, 'artistId' | 'withArtistIds' | 'title'>): string =>
      setName(slot, (id) => names.get(id)) ?? t('tba');
  }, [artists, t]);
}
