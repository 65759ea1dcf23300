import { Badge } from '@festivals/ui/badge';
import { classNames } from '@festivals/ui/class-names';
import type { DraftSlot, DraftStage } from '@festivals/domain/programme/contract';
import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { layOutDay } from './lay-out-day.ts';

type Props = {
  days: readonly string[];
  slots: readonly DraftSlot[];
  stages: readonly DraftStage[];
  warned: ReadonlySet<string>;
  zone: string;
  open: (day: string) => void;
};

const looks = {
  CONFIRMED: 'fill-accent',
  PENDING: 'fill-accent/35',
  CANCELLED: 'fill-edge/40',
} as const;
const statuses = ['CONFIRMED', 'PENDING', 'CANCELLED'] as const;

/** The whole festival at a glance: each day as a strip of its stages, with what is still open. Leads to each day. */
export function FestivalOverview({ days, slots, stages, warned, zone, open }: Props) {
  const t = useTranslations('office.timetable');
  const format = useFormatter();
  const rows = useMemo(() => new Map(stages.map(({ id }, at) => [id, at])), [stages]);
  const all = useMemo(
    () => days.map((day) => ({ day, layout: layOutDay(slots, day), sets: slots.filter((slot) => slot.day === day) })),
    [days, slots],
  );
  const longest = Math.max(...all.map(({ layout }) => layout?.minutes ?? 0), 60);
  const rowHeight = stages.length > 40 ? 3 : stages.length > 12 ? 6 : 12;
  const height = stages.length * rowHeight;
  return (
    <ol aria-label={t('wholeFestival')} className="space-y-3">
      {all.map(({ day, layout, sets }) => {
        const count = (status: DraftSlot['status']) => sets.filter((set) => set.status === status).length;
        const odd = sets.filter(({ id }) => warned.has(id)).length;
        const name = format.dateTime(new Date(`${day}T12:00:00Z`), 'weekday', { timeZone: 'UTC' });
        return (
          <li key={day}>
            <button
              type="button"
              onClick={() => open(day)}
              className="block w-full cursor-pointer rounded-xl border border-line bg-surface p-4 text-left shadow-flat transition-colors hover:border-edge"
            >
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="text-sm font-semibold text-ink">{name}</span>
                {layout && (
                  <span className="tabular text-xs text-ink-soft">
                    {format.dateTime(new Date(layout.startsAt), 'clock', { timeZone: zone })}–
                    {format.dateTime(new Date(layout.startsAt + layout.minutes * 60_000), 'clock', { timeZone: zone })}
                  </span>
                )}
                <span className="ml-auto flex flex-wrap gap-1.5">
                  {sets.length === 0 && <span className="text-xs text-ink-faint">{t('nothingYet')}</span>}
                  {count('CONFIRMED') > 0 && <Badge>{t('confirmedSets', { count: count('CONFIRMED') })}</Badge>}
                  {count('PENDING') > 0 && <Badge>{t('pendingSets', { count: count('PENDING') })}</Badge>}
                  {count('CANCELLED') > 0 && <Badge>{t('cancelledSets', { count: count('CANCELLED') })}</Badge>}
                  {odd > 0 && (
                    <Badge tone="warning">
                      <TriangleAlert aria-hidden="true" className="mr-1 inline size-3" />
                      {t('toLookAt', { count: odd })}
                    </Badge>
                  )}
                </span>
              </span>
              {layout && (
                <svg
                  aria-hidden="true"
                  viewBox={`0 0 ${longest} ${height}`}
                  preserveAspectRatio="none"
                  className="mt-3 w-full rounded-sm bg-sunken"
                  style={{ height: Math.max(height, 40) }}
                >
                  {statuses.map((status) => (
                    // One path for all sets of a status: five thousand of them are still one thing to draw.
                    <path
                      key={status}
                      className={classNames(looks[status])}
                      d={layout.sets
                        .filter((set) => set.status === status)
                        .map(({ stageId, from, length }) => {
                          const y = (rows.get(stageId) ?? 0) * rowHeight + rowHeight * 0.12;
                          return `M${from + 1} ${y}h${Math.max(length - 2, 1)}v${rowHeight * 0.76}h${-Math.max(length - 2, 1)}z`;
                        })
                        .join('')}
                    />
                  ))}
                </svg>
              )}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
