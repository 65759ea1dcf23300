import type { ArtistRow } from '@festivals/domain/programme/list-views';
import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { useFormatter, useTranslations } from 'use-intl';

const tones: Record<ArtistRow['standing'], BadgeTone> = {
  ANNOUNCED: 'success',
  BY_SETS: 'success',
  PLANNED: 'info',
  HELD_BACK: 'warning',
  UNKNOWN: 'neutral',
};

/** Whether everyone knows of an artist already, or from when. */
export function ArtistStanding({ row: { artist, standing }, zone }: { row: ArtistRow; zone: string }) {
  const t = useTranslations('office.announcing');
  const format = useFormatter();
  const awaits = standing === 'PLANNED' || standing === 'HELD_BACK' ? artist.revealsAt : null;
  return (
    <>
      <Badge tone={tones[standing]}>{t(`standing.${standing}`)}</Badge>
      {awaits !== null && (
        <span className="tabular mt-0.5 block text-xs whitespace-nowrap text-ink-faint">
          {t('since', { when: format.dateTime(new Date(awaits), 'moment', { timeZone: zone }) })}
        </span>
      )}
    </>
  );
}
