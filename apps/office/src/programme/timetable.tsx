import { Card } from '@festivals/ui/card';
import { classNames } from '@festivals/ui/class-names';
import type { Programme } from '@festivals/domain/programme/contract';
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { daysOf, layOutDay, type DayLayout } from './lay-out-day.ts';

const pixelsPerMinute = 1.1;

function Grid({ layout, programme, zone }: { layout: DayLayout; programme: Programme; zone: string }) {
  const format = useFormatter();
  const t = useTranslations('office.programme');
  const artists = useMemo(() => new Map(programme.artists.map((artist) => [artist.id, artist])), [programme.artists]);
  const clock = (at: number | string) => format.dateTime(new Date(at), 'clock', { timeZone: zone });
  const stages = programme.stages
    .filter((stage) => layout.sets.some((set) => set.stageId === stage.id))
    .toSorted((a, b) => a.order - b.order);
  const height = layout.minutes * pixelsPerMinute;
  return (
    <Card className="relative overflow-auto" tabIndex={0} role="region" aria-label={t('timetable')}>
      <div
        className="grid w-max min-w-full"
        style={{ gridTemplateColumns: `3.5rem repeat(${stages.length}, minmax(8.5rem, 1fr))` }}
      >
        <div className="sticky left-0 z-20 bg-surface" />
        {stages.map((stage) => (
          <h2
            key={stage.id}
            className="sticky top-0 z-10 truncate border-b border-l border-line bg-surface px-2 py-2 text-xs font-semibold text-ink"
          >
            {stage.name}
          </h2>
        ))}
        <div aria-hidden="true" className="sticky left-0 z-10 bg-surface" style={{ height }}>
          {layout.hours.map((hour, at) => (
            <span
              key={hour}
              className="tabular absolute right-2 -translate-y-1/2 text-2xs text-ink-faint first:translate-y-0"
              style={{ top: at * 60 * pixelsPerMinute }}
            >
              {clock(hour)}
            </span>
          ))}
        </div>
        {stages.map((stage) => (
          <ol
            key={stage.id}
            aria-label={stage.name}
            className="relative border-l border-line"
            style={{
              height,
              backgroundImage: 'linear-gradient(var(--color-line) 1px, transparent 1px)',
              backgroundSize: `100% ${60 * pixelsPerMinute}px`,
            }}
          >
            {layout.sets
              .filter((set) => set.stageId === stage.id)
              .map((set) => {
                const artist = artists.get(set.artistId);
                return (
                  <li
                    key={set.id}
                    className={classNames(
                      'absolute inset-x-1 overflow-hidden rounded-md border px-2 py-1 text-xs leading-tight',
                      set.length < 40 && 'flex gap-2',
                      artist?.billing === 1
                        ? 'border-accent bg-accent text-on-accent'
                        : artist?.billing === 2
                          ? 'border-accent/30 bg-accent-soft text-ink'
                          : 'border-line bg-raised text-ink',
                    )}
                    style={{ top: set.from * pixelsPerMinute + 1, height: set.length * pixelsPerMinute - 2 }}
                  >
                    <span className={classNames('font-medium', set.length < 50 ? 'block truncate' : 'line-clamp-2')}>
                      {artist?.name}
                    </span>
                    <span
                      className={classNames(
                        'tabular block',
                        set.length < 40 ? 'shrink-0' : 'truncate',
                        artist?.billing === 1 ? 'text-on-accent' : 'text-ink-soft',
                      )}
                    >
                      {set.length < 40 ? clock(set.startsAt) : `${clock(set.startsAt)}–${clock(set.endsAt)}`}
                    </span>
                  </li>
                );
              })}
          </ol>
        ))}
      </div>
    </Card>
  );
}

type Props = { programme: Programme; zone: string; day: string | undefined; onDay: (day: string) => void };

/** Stages across, hours down, in the festival's own time. */
export function Timetable({ programme, zone, day, onDay }: Props) {
  const t = useTranslations('office.programme');
  const format = useFormatter();
  const days = daysOf(programme.slots);
  const chosen = day !== undefined && days.includes(day) ? day : days[0];
  const layout = chosen === undefined ? null : layOutDay(programme.slots, chosen);
  if (layout === null) return <p className="py-10 text-center text-ui text-ink-soft">{t('noSets')}</p>;
  return (
    <div className="space-y-3">
      <div role="group" aria-label={t('days')} className="flex flex-wrap gap-1.5">
        {days.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === chosen}
            onClick={() => onDay(one)}
            className="h-8 cursor-pointer rounded-full border border-line bg-surface px-3 text-ui text-ink-soft transition-colors hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent-text pointer-coarse:h-10"
          >
            {format.dateTime(new Date(`${one}T12:00:00Z`), 'weekday', { timeZone: 'UTC' })}
          </button>
        ))}
      </div>
      <Grid layout={layout} programme={programme} zone={zone} />
    </div>
  );
}
