import type { OpeningHours } from '@festivals/domain/places/opening-hours';
import { Clock, MapPin } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';

const line = 'flex items-start gap-1.5 [&_svg]:mt-0.5 [&_svg]:size-3.5 [&_svg]:shrink-0';

/** Where a stand is and when it is open; days with the same hours are said once. */
export function StandWhere({ place, hours }: { place: string | undefined; hours: readonly OpeningHours[] }) {
  const t = useTranslations('office.stock');
  const format = useFormatter();
  const dayName = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { weekday: 'short', day: 'numeric', timeZone: 'UTC' });
  const groups = Map.groupBy(hours, ({ opens, closes }) => `${opens}–${closes}`);
  return (
    <div className="space-y-0.5 px-5 pb-3 text-xs text-ink-faint">
      <p className={line}>
        <MapPin aria-hidden="true" />
        {place ?? t('noPlace')}
      </p>
      <p className={line}>
        <Clock aria-hidden="true" />
        <span className="tabular">
          {hours.length === 0
            ? t('noHours')
            : [...groups]
                .map(([clock, days]) => `${days.map(({ day }) => dayName(day)).join(', ')} ${clock}`)
                .join(' · ')}
        </span>
      </p>
    </div>
  );
}
