import type { DraftStage, ListedArtist } from '@festivals/domain/programme/contract';
import { useMemo, type HTMLAttributes, type ReactNode, type Ref } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { DayLayout, PlacedSet } from './lay-out-day.ts';
import { StageColumn } from './stage-column.tsx';
import { gutter, header, seenColumns, seenMinutes, type View } from './viewport.ts';

type Props = {
  frameRef: Ref<HTMLDivElement>;
  bodyRef: Ref<HTMLDivElement>;
  view: View;
  wide: number;
  day: string;
  layout: DayLayout;
  stages: readonly DraftStage[];
  artists: readonly ListedArtist[];
  nameOf: (set: PlacedSet) => string;
  zone: string;
  cutOff: number;
  pixelsPerMinute: number;
  warned: ReadonlySet<string>;
  selected: ReadonlySet<string>;
  mayEdit: boolean;
  /** What is heard of sets, for all of them at once. */
  hears: HTMLAttributes<HTMLDivElement>;
  children: ReactNode;
};

const none: readonly PlacedSet[] = [];

/** Stages across, hours down. Of a hundred stages and a thousand sets only those that are seen are drawn. */
export function DayGrid(props: Props) {
  const { frameRef, bodyRef, view, wide, layout, stages, zone, pixelsPerMinute, mayEdit } = props;
  const format = useFormatter();
  const t = useTranslations('office.programme');
  const artists = useMemo(() => new Map(props.artists.map((artist) => [artist.id, artist])), [props.artists]);
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
      ref={frameRef}
      className="relative rounded-xl border border-line bg-surface shadow-flat h-[max(24rem,calc(100dvh-19rem))] overflow-auto overscroll-contain"
      tabIndex={0}
      role="region"
      aria-label={t('timetable')}
      {...props.hears}
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
        <div ref={bodyRef} className="relative flex-1">
          {seen.map(({ stage, left }) => (
            <StageColumn
              key={stage.id}
              stage={stage}
              day={props.day}
              sets={byStage.get(stage.id) ?? none}
              from={minutes.from}
              to={minutes.to}
              left={left}
              width={wide}
              height={height}
              startsAt={layout.startsAt}
              zone={zone}
              cutOff={props.cutOff}
              pixelsPerMinute={pixelsPerMinute}
              artists={artists}
              nameOf={props.nameOf}
              warned={props.warned}
              selected={props.selected}
              mayEdit={mayEdit}
            />
          ))}
          {props.children}
        </div>
      </div>
    </div>
  );
}
