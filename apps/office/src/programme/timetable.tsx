import { Notice } from '@festivals/ui/notice';
import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftSlot, ProgrammeDraft } from '@festivals/domain/programme/contract';
import { useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, PointerEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { DayGrid } from './day-grid.tsx';
import { DayTabs } from './day-tabs.tsx';
import type { Editing } from './editing.ts';
import { FestivalOverview } from './festival-overview.tsx';
import { Landing } from './landing.tsx';
import { moveByKey, moved, positionOf, steps, type Step } from './move-set.ts';
import { neighbourOf } from './set-neighbour.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import type { TimetableSearch } from './timetable-search.ts';
import { TimetableToolbar } from './timetable-toolbar.tsx';
import { UnscheduledTray } from './unscheduled-tray.tsx';
import { useFollowedSet } from './use-followed-set.ts';
import { useGridDrag } from './use-grid-drag.ts';
import { useSetName } from './use-set-name.ts';
import { useShownDay } from './use-shown-day.ts';
import { useTimetableKeys } from './use-timetable-keys.ts';
import { useView } from './use-view.ts';
import { useZoom } from './use-zoom.ts';
import { columnWidth } from './viewport.ts';

const nobody: ReadonlySet<string> = new Set();
const edgeInPixels = 7;

type Props = {
  programme: ProgrammeDraft;
  festival: Festival;
  search: TimetableSearch;
  onSearch: (next: TimetableSearch) => void;
  warned: ReadonlySet<string>;
  editing: Editing | null;
  /** What must be said before anything else: a conflict, a list of warnings. */
  children?: ReactNode;
};

/** Stages across, hours down, in the festival's own time; or all days at a glance. */
export function Timetable({ programme, festival, search, onSearch, warned, editing, children }: Props) {
  const t = useTranslations('office.programme');
  const words = useTranslations('office.timetable');
  const { zone, cutOff } = festival;
  const mayEdit = editing !== null;
  const [step, setStep] = useState<Step>(steps[0]);
  const [helps, help] = useState(false);
  const [selected, select] = useState<ReadonlySet<string>>(nobody);
  const { ref, scroller, view, width } = useView();
  const body = useRef<HTMLDivElement>(null);
  const nameOf = useSetName(programme.artists);

  const { days, day, shown, slots, layout, stages, columns } = useShownDay({
    programme,
    festival,
    search,
    warned,
    mayEdit,
  });
  const wide = columnWidth(width, stages.length);
  const { zoom, zoomTo, fit, pixelsPerMinute } = useZoom(scroller, layout);

  const { slots: allSlots } = programme;
  const slotOf = (id: string | undefined) => allSlots.find((slot) => slot.id === id);
  const setAt = (target: EventTarget) =>
    slotOf((target instanceof Element ? target.closest<HTMLElement>('[data-set]') : null)?.dataset['set']);
  /** A set alone, or all that are selected where it is one of them. */
  const heldWith = (slot: DraftSlot) =>
    selected.has(slot.id) ? allSlots.filter(({ id }) => selected.has(id)) : [slot];
  const toggle = (id: string) =>
    select((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });

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
      onDay: (next) => onSearch({ day: next, whole: undefined }),
    },
  );

  const { goTo, follow } = useFollowedSet({ layout, columns, scroller, wide, pixelsPerMinute });

  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (!layout) return;
    const slot = setAt(event.target);
    const arrow = event.key.startsWith('Arrow');
    if (arrow && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      goTo(neighbourOf(layout.sets, [...columns.keys()], slot?.id ?? null, event.key)?.id);
      return;
    }
    if (!slot || !editing) return;
    if (event.key === ' ') {
      event.preventDefault();
      toggle(slot.id);
      return;
    }
    const held = heldWith(slot);
    const change = moveByKey(event, held, { stages, step, days, calendar: festival });
    if (!change) return;
    event.preventDefault();
    follow(slot.id);
    const moves = held.map((one) => ({ slot: one, to: change(positionOf(one)) }));
    const after = moved(slot, change(positionOf(slot)), festival).day;
    if (after !== day) onSearch({ day: after });
    editing.move(moves, { atOnce: false });
  };

  useTimetableKeys({
    editing,
    zoomBy: (by) => zoomTo(zoom + by),
    fit,
    help: () => help(true),
    nextStep: () => setStep(steps[(steps.indexOf(step) + 1) % steps.length] ?? 5),
    unselect: selected.size > 0 ? () => select(nobody) : null,
  });

  const hears = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const slot = setAt(event.target);
      const element = event.target instanceof Element ? event.target.closest('[data-set]') : null;
      if (!slot || !element || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const { top, bottom, height } = element.getBoundingClientRect();
      const atEnd = bottom - event.clientY < edgeInPixels;
      const atStart = height >= 24 && event.clientY - top < edgeInPixels;
      drag.liftSets(event, slot, heldWith(slot), atEnd ? 'end' : atStart ? 'start' : null);
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      const slot = setAt(event.target);
      // The keyboard's click has no detail; the pointer's means nothing after a drag.
      if (!slot || (event.detail !== 0 && drag.endedDrag())) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey) toggle(slot.id);
      else editing?.open(slot.id);
    },
    onKeyDown: press,
  };

  if (shown !== null && layout === null)
    return <p className="py-10 text-center text-ui text-ink-soft">{t('noSets')}</p>;
  return (
    <div className="space-y-3">
      <DayTabs
        days={days}
        shown={shown}
        store={drag.store}
        onDay={(next) => onSearch({ day: next, whole: undefined })}
        onWhole={() => onSearch({ whole: true })}
      />
      <TimetableToolbar
        search={search}
        onSearch={onSearch}
        zoom={zoom}
        onZoom={zoomTo}
        onFit={fit}
        editing={
          editing && {
            step,
            onStep: setStep,
            mayUndo: editing.mayUndo,
            mayRedo: editing.mayRedo,
            undo: editing.undo,
            redo: editing.redo,
            help: () => help(true),
          }
        }
      />
      {children}
      {editing && shown !== null && (
        <UnscheduledTray
          programme={programme}
          lift={drag.liftArtist}
          place={(artistId) => drag.endedDrag() || editing.begin(artistId)}
        />
      )}
      {shown === null || layout === null || day === undefined ? (
        <FestivalOverview
          days={days}
          slots={slots}
          stages={stages}
          warned={warned}
          zone={zone}
          open={(next) => onSearch({ day: next, whole: undefined })}
        />
      ) : stages.length === 0 ? (
        <Notice>{words('noStageFound')}</Notice>
      ) : (
        <DayGrid
          frameRef={ref}
          bodyRef={body}
          view={view}
          wide={wide}
          day={day}
          layout={layout}
          stages={stages}
          artists={programme.artists}
          nameOf={nameOf}
          zone={zone}
          cutOff={cutOff}
          pixelsPerMinute={pixelsPerMinute}
          warned={warned}
          selected={selected}
          mayEdit={mayEdit}
          hears={mayEdit ? hears : {}}
        >
          <Landing
            store={drag.store}
            columns={columns}
            wide={wide}
            startsAt={layout.startsAt}
            pixelsPerMinute={pixelsPerMinute}
            zone={zone}
          />
        </DayGrid>
      )}
      {selected.size > 0 && (
        <p role="status" className="text-xs text-ink-soft">
          {words('selectedSets', { count: selected.size })}
        </p>
      )}
      {mayEdit && <p className="text-xs text-ink-faint pointer-coarse:hidden">{words('howTo')}</p>}
      <ShortcutsDialog open={helps} onOpenChange={help} />
    </div>
  );
}
