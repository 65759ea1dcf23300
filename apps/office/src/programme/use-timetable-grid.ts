import type { Festival } from '@festivals/domain/festival/contract';
import type { ProgrammeDraft } from '@festivals/domain/programme/contract';
import { useRef } from 'react';
import type { Editing } from './editing.ts';
import { hearSets } from './hear-sets.ts';
import type { Step } from './move-set.ts';
import type { TimetableSearch } from './timetable-search.ts';
import { useFollowedSet } from './use-followed-set.ts';
import { useGridDrag } from './use-grid-drag.ts';
import { useSelectedSets } from './use-selected-sets.ts';
import { useShownDay } from './use-shown-day.ts';
import { useView } from './use-view.ts';
import { useZoom } from './use-zoom.ts';
import { columnWidth } from './viewport.ts';

/** What a timetable shows, and to whom. */
export type Timetabled = {
  programme: ProgrammeDraft;
  festival: Festival;
  search: TimetableSearch;
  onSearch: (next: TimetableSearch) => void;
  warned: ReadonlySet<string>;
  editing: Editing | null;
};

export type TimetableGrid = ReturnType<typeof useTimetableGrid>;

/** The grid of the day that is shown: what is on it, how large it is, and what is done on it by hand. */
export function useTimetableGrid({ programme, festival, search, onSearch, warned, editing }: Timetabled, step: Step) {
  const { slots } = programme;
  const { ref: frame, scroller, view, width } = useView();
  const body = useRef<HTMLDivElement>(null);
  const shown = useShownDay({ programme, festival, search, warned, mayEdit: editing !== null });
  const { layout, stages, columns } = shown;
  const zooming = useZoom(scroller, layout);
  const { pixelsPerMinute } = zooming;
  const wide = columnWidth(width, stages.length);
  const selection = useSelectedSets(slots);
  const followed = useFollowedSet({ layout, columns, scroller, wide, pixelsPerMinute });
  const showDay = (day: string) => onSearch({ day, whole: undefined });
  const drag = useGridDrag(
    {
      stages,
      wide,
      pixelsPerMinute,
      startsAt: layout?.startsAt ?? 0,
      step,
      calendar: festival,
      body: () => body.current,
      scroller: () => scroller,
    },
    {
      onMove: (moves) => editing?.move(moves, { atOnce: true }),
      onPlace: (artistId, at) => editing?.place(artistId, at),
      onDay: showDay,
    },
  );
  const onDay = (day: string) => onSearch({ day });
  const hears = hearSets({ slots, shown, festival, editing, step, selection, drag, followed, onDay });
  return { ...shown, ...zooming, frame, body, view, wide, selection, drag, hears, showDay };
}
