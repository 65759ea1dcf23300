import type { DraftStage } from '@festivals/domain/programme/contract';
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
/** A stage that is seen, and how many pixels from the first one. */
type Seen = { stage: DraftStage; left: number };

const none: readonly PlacedSet[] = [];

/** Stages across, hours down. Of a hundred stages and a thousand sets only those that are seen are drawn. */
export function DayGrid(props: Props) {
  const { festival, editing, grid, layout } = props;
  const { frame, body, hears, view, wide, stages, pixelsPerMinute } = grid;
  const t = useTranslations('office.programme');
  const columns = seenColumns(view, wide, stages.length);
  const seen = stages
    .slice(columns.from, columns.to)
    .map((stage, at): Seen => ({ stage, left: (columns.from + at) * wide }));
  const width = gutter + stages.length * wide;
  return (
    <div
      ref={frame}
      className="relative rounded-xl border border-line bg-surface shadow-flat h-[max(24rem,calc(100dvh-19rem))] overflow-auto overscroll-contain"
      tabIndex={0}
      role="region"
      aria-label={t('timetable')}
      {...(editing && hears)}
    >
      <div className="sticky top-0 z-30 flex" style={{ height: header, width }}>
        <StageNames seen={seen} wide={wide} />
      </div>
      <div className="flex" style={{ width, height: layout.minutes * pixelsPerMinute }}>
        <Hours layout={layout} pixelsPerMinute={pixelsPerMinute} zone={festival.zone} />
        <div ref={body} className="relative flex-1">
          <SeenSets {...props} seen={seen} />
          <Landing
            store={grid.drag.store}
            columns={grid.columns}
            wide={wide}
            startsAt={layout.startsAt}
            pixelsPerMinute={pixelsPerMinute}
            zone={festival.zone}
          />
        </div>
      </div>
    </div>
  );
}

function StageNames({ seen, wide }: { seen: readonly Seen[]; wide: number }) {
  return (
    <>
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
    </>
  );
}

/** The hours on the left; every other one where there is no room for all. */
function Hours({ layout, pixelsPerMinute, zone }: { layout: DayLayout; pixelsPerMinute: number; zone: string }) {
  const format = useFormatter();
  return (
    <div
      aria-hidden="true"
      className="sticky left-0 z-20 shrink-0 border-r border-line bg-surface"
      style={{ width: gutter }}
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
  );
}

function SeenSets({
  programme,
  festival,
  warned,
  editing,
  grid,
  day,
  layout,
  seen,
}: Props & { seen: readonly Seen[] }) {
  const { view, wide, pixelsPerMinute } = grid;
  const nameOf = useSetName(programme.artists);
  const artists = useMemo(() => new Map(programme.artists.map((artist) => [artist.id, artist])), [programme.artists]);
  const byStage = useMemo(() => Map.groupBy(layout.sets, ({ stageId }) => stageId), [layout.sets]);
  const minutes = seenMinutes(view, pixelsPerMinute);
  return seen.map(({ stage, left }) => (
    <StageColumn
      key={stage.id}
      stage={stage}
      day={day}
      sets={byStage.get(stage.id) ?? none}
      from={minutes.from}
      to={minutes.to}
      left={left}
      width={wide}
      height={layout.minutes * pixelsPerMinute}
      startsAt={layout.startsAt}
      zone={festival.zone}
      cutOff={festival.cutOff}
      pixelsPerMinute={pixelsPerMinute}
      artists={artists}
      nameOf={nameOf}
      warned={warned}
      selected={grid.selection.selected}
      mayEdit={editing !== null}
    />
  ));
}
