import type { Festival } from '@festivals/domain/festival/contract';
import type { ProgrammeDraft } from '@festivals/domain/programme/contract';
import { warnings } from '@festivals/domain/programme/rules';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useSetName } from './use-set-name.ts';

/** What is odd about the sets, in the reader's words, by set. */
export function useWarnings(programme: ProgrammeDraft, festival: Festival): Map<string, string[]> {
  const t = useTranslations('office.programmeEdit');
  const setName = useSetName(programme.artists);
  const { slots, stages } = programme;
  return useMemo(() => {
    const known = new Map(slots.map((slot) => [slot.id, slot]));
    const nameOf = (slotId: string) => {
      const slot = known.get(slotId);
      return slot ? setName(slot) : '';
    };
    const found = new Map<string, string[]>();
    for (const warning of warnings({ slots, stages }, festival)) {
      const other = 'otherId' in warning ? nameOf(warning.otherId) : '';
      const words = t(`warning.${warning.kind}`, { name: nameOf(warning.slotId), other });
      found.set(warning.slotId, [...(found.get(warning.slotId) ?? []), words]);
    }
    return found;
  }, [slots, stages, festival, t, setName]);
}
