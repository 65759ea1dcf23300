import type { Festival } from '@festivals/domain/festival/contract';
import type { ProgrammeDraft } from '@festivals/domain/programme/contract';
import { warnings } from '@festivals/domain/programme/rules';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';

/** What is odd about the sets, in the reader's words, by set. */
export function useWarnings(programme: ProgrammeDraft | undefined, festival: Festival): Map<string, string[]> {
  const t = useTranslations('office.programmeEdit');
  return useMemo(() => {
    if (!programme) return new Map();
    const artists = new Map(programme.artists.map(({ id, name }) => [id, name]));
    const names = new Map(
      programme.slots.map(({ id, artistId, title }) => [id, artists.get(artistId ?? '') ?? title ?? t('tba')]),
    );
    const nameOf = (slotId: string) => names.get(slotId) ?? '';
    const found = new Map<string, string[]>();
    for (const warning of warnings(programme, festival)) {
      const other = 'otherId' in warning ? nameOf(warning.otherId) : '';
      const words = t(`warning.${warning.kind}`, { name: nameOf(warning.slotId), other });
      found.set(warning.slotId, [...(found.get(warning.slotId) ?? []), words]);
    }
    return found;
  }, [programme, festival, t]);
}
