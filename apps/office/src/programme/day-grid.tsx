import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Landing } from './landing.tsx';
import type { DayLayout, PlacedSet } from './lay-out-day.ts';
import { StageColumn } from './stage-column.tsx';
import { useSetName } from './use-set-name.ts';
import type { TimetableGrid, Timetabled } from './use-timetable-grid.ts';
import { gutter, header, seenColumns, seenMinutes } from './viewport.ts';

type Props = Pick<Timetabled, 'programme' | 'festival' | 'warned' | 'editing'> & {
  grid: TimetableGrid;
  day: string;
  layout: DayLayout;
};

const none: readonly PlacedSet[] = [];

/** Stages across, hours down. Of a hundred stages and a thousand sets only those that are seen are drawn. */
export function DayGrid(props: Props) {
  const { programme, festival, warned, editing, grid, day, layout } = props;
  const { zone, cutOff } = festival;
  const { frame, body, hears, view, wide, stages, pixelsPerMinute } = grid;
  const format = useFormatter();
  const t = useTranslations('office.programme');
  const nameOf = useSetName(programme.artists);
  const artists = useMemo(() => new Map(programme.artists.map((artist) => [artist.id, artist])), [programme.artists]);
  const byStage = useMemo(() => Map.groupBy(layout.sets, ({ stageId }) => stageId), [layout.sets]);
  const height = layout.minutes * pixelsPerMinute;
  const columns = seenColumns(view, wide, stages.length);
  const minutes = seenMinutes(view, pixelsPerMinute);
  const seen = stages.slice(columns.from, columns.to).map((stage, at) => ({
    stage,
    left: (columns.from + at) * wide,
  }));
  const total = stages.length * wide;
  return (
    <div
      ref={frame}
      className="relative rounded-xl border border-line bg-surface shadow-flat h-[max(24rem,calc(100dvh-19rem))] overflow-auto overscroll-contain"
      tabIndex={0}
      role="region"
      aria-label={t('timetable')}
      {...(editing && hears)}
    >
      <div className="sticky top-0 z-30 flex" style={{ height: header, width: gutter + total }}>
        <div className="sticky left-0 z-10 shrink-0 border-b border-line bg-surface" style={{ width: gutter }} />
        <div className="relative flex-1 border-b border-line bg-surface">
          {seen.map(({ stage, left }) => (
            <h2
              key={stage.id}
              className="absolute inset-y-0 truncate border-l border-line px-2 py-2 text-xs font-semibold text-ink"
              style={{ left, width: wide }}
            >
              {stage.name}
            </h2>
          ))}
        </div>
      </div>
      <div className="flex" style={{ width: gutter + total, height }}>
        <div
          aria-hidden="true"
          className="sticky left-0 z-20 shrink-0 border-r border-line bg-surface"
          style={{ width: gutter, height }}
        >
          {layout.hours.map((hour, at) => (
            <span
              key={hour}
              className="tabular absolute right-2 -translate-y-1/2 text-2xs text-ink-faint first:translate-y-0"
              style={{ top: at * 60 * pixelsPerMinute }}
            >
              {(pixelsPerMinute >= 0.5 || at % 2 === 0) && format.dateTime(new Date(hour), 'clock', { timeZone: zone })}
            </span>
          ))}
        </div>
        <div ref={body} className="relative flex-1">
          {seen.map(({ stage, left }) => (
            <StageColumn
              key={stage.id}
              stage={stage}
              day={day}
              sets={byStage.get(stage.id) ?? none}
              from={minutes.from}
              to={minutes.to}
              left={left}
              width={wide}
              height={height}
              startsAt={layout.startsAt}
              zone={zone}
              cutOff={cutOff}
              pixelsPerMinute={pixelsPerMinute}
              artists={artists}
              nameOf={nameOf}
              warned={warned}
              selected={grid.selection.selected}
              mayEdit={editing !== null}
            />
          ))}
          <Landing
            store={grid.drag.store}
            columns={grid.columns}
            wide={wide}
            startsAt={layout.startsAt}
            pixelsPerMinute={pixelsPerMinute}
            zone={zone}
          />
        </div>
      </div>
    </div>
  );
}
