import { Notice } from '@festivals/ui/notice';
import { datesFrom, instantOnDay } from '@festivals/domain/calendar';
import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftSlot, ProgrammeDraft } from '@festivals/domain/programme/contract';
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, PointerEvent, ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { DayGrid } from './day-grid.tsx';
import { DayTabs } from './day-tabs.tsx';
import { FestivalOverview } from './festival-overview.tsx';
import { Landing } from './landing.tsx';
import { daysOf, layOutDay, type DayLayout } from './lay-out-day.ts';
import { moveByKey, moved, positionOf, steps, type Calendar, type Position, type Step } from './move-set.ts';
import { neighbourOf } from './set-neighbour.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import type { TimetableSearch } from './timetable-search.ts';
import { TimetableToolbar } from './timetable-toolbar.tsx';
import { UnscheduledTray } from './unscheduled-tray.tsx';
import { useGridDrag } from './use-grid-drag.ts';
import { useSetName } from './use-set-name.ts';
import { useView } from './use-view.ts';
import { columnWidth, usualZoom, zooms, zoomToFit } from './viewport.ts';

/** What whoever may edit can do on the timetable. */
export type Editing = {
  move: (moves: { slot: DraftSlot; to: Position }[], how: { atOnce: boolean }) => void;
  place: (artistId: string, at: Position) => void;
  open: (slotId: string) => void;
  /** Opens the sheet of a new set, of an artist where one is named. */
  begin: (artistId?: string) => void;
  undo: () => void;
  redo: () => void;
  mayUndo: boolean;
  mayRedo: boolean;
};

/** The hours that an editor sees even of an empty day. */
const plannable = (day: string, { zone, cutOff }: Calendar) => ({
  from: instantOnDay(day, '12:00', zone, cutOff),
  to: instantOnDay(day, '03:00', zone, cutOff),
});

const nobody: ReadonlySet<string> = new Set();
const edgeInPixels = 7;

/** Whether a key press belongs to a field or a sheet and not to the timetable. */
const isElsewhere = (target: EventTarget | null): boolean =>
  document.querySelector('[role=dialog]') !== null ||
  (target instanceof Element && target.closest('input, textarea, select') !== null);

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
  const locale = useLocale();
  const { zone, cutOff, startsOn, endsOn } = festival;
  const mayEdit = editing !== null;
  const [zoom, setZoom] = useState(usualZoom);
  const [step, setStep] = useState<Step>(steps[0]);
  const [helps, help] = useState(false);
  const [selected, select] = useState<ReadonlySet<string>>(nobody);
  const { ref, scroller, view, width } = useView();
  const body = useRef<HTMLDivElement>(null);
  const nameOf = useSetName(programme.artists);

  const days = useMemo(() => {
    const playing = daysOf(programme.slots);
    return mayEdit ? [...new Set([...playing, ...datesFrom(startsOn, endsOn)])].toSorted() : playing;
  }, [programme.slots, mayEdit, startsOn, endsOn]);
  const day = search.day !== undefined && days.includes(search.day) ? search.day : days[0];
  const shown = search.whole ? null : (day ?? null);
  const { slots: allSlots } = programme;
  const slots = useMemo(
    () =>
      search.sets === undefined
        ? allSlots
        : allSlots.filter(({ id, status }) => (search.sets === 'ODD' ? warned.has(id) : status === search.sets)),
    [allSlots, search.sets, warned],
  );
  const layout = useMemo<DayLayout | null>(() => {
    if (day === undefined) return null;
    return layOutDay(slots, day, mayEdit ? plannable(day, { zone, cutOff }) : undefined);
  }, [slots, day, mayEdit, zone, cutOff]);
  const stages = useMemo(() => {
    const text = search.stage?.toLocaleLowerCase(locale);
    const playing = mayEdit ? null : new Set(layout?.sets.map(({ stageId }) => stageId));
    return programme.stages.filter(
      ({ id, name }) =>
        (playing === null || playing.has(id)) && (text === undefined || name.toLocaleLowerCase(locale).includes(text)),
    );
  }, [programme.stages, search.stage, locale, mayEdit, layout]);
  const columns = useMemo(() => new Map(stages.map(({ id }, at) => [id, at])), [stages]);
  const wide = columnWidth(width, stages.length);
  const pixelsPerMinute = zooms[zoom] ?? 1;

  // What is under the pointer, or in the middle, stays where it is while the size changes.
  const anchor = useRef<{ minute: number; at: number } | null>(null);
  const zoomTo = (next: number, at = (scroller?.clientHeight ?? 0) / 2) => {
    const bounded = Math.min(Math.max(next, 0), zooms.length - 1);
    if (bounded === zoom || !scroller) return;
    anchor.current = { minute: (scroller.scrollTop + at) / pixelsPerMinute, at };
    setZoom(bounded);
  };
  useLayoutEffect(() => {
    if (!anchor.current || !scroller) return;
    scroller.scrollTop = anchor.current.minute * pixelsPerMinute - anchor.current.at;
    anchor.current = null;
  }, [pixelsPerMinute, scroller]);
  const fit = () => layout && zoomTo(zoomToFit(layout.minutes, scroller?.clientHeight ?? 0), 0);
  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const top = scroller?.getBoundingClientRect().top ?? 0;
    zoomTo(zoom + (event.deltaY < 0 ? 1 : -1), event.clientY - top);
  });
  useEffect(() => {
    if (!scroller) return undefined;
    const wheel = (event: WheelEvent) => onWheel(event);
    // React listens passively, and then the page itself would be zoomed.
    scroller.addEventListener('wheel', wheel, { passive: false });
    return () => scroller.removeEventListener('wheel', wheel);
  }, [scroller]);

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

  // The keyboard stays with a set that was moved or gone to, wherever that is drawn.
  const follow = useRef<string | null>(null);
  const reveal = (id: string) => {
    const set = layout?.sets.find((one) => one.id === id);
    const column = set && columns.get(set.stageId);
    if (!set || column === undefined || !scroller) return;
    const [top, bottom] = [set.from * pixelsPerMinute, (set.from + set.length) * pixelsPerMinute];
    const [high, seen] = [scroller.scrollTop, scroller.clientHeight - 36];
    if (top < high) scroller.scrollTop = top - 16;
    else if (bottom > high + seen) scroller.scrollTop = Math.min(top - 16, bottom - seen + 16);
    const [left, right] = [column * wide, (column + 1) * wide];
    const across = scroller.clientWidth - 56;
    if (left < scroller.scrollLeft) scroller.scrollLeft = left;
    else if (right > scroller.scrollLeft + across) scroller.scrollLeft = right - across;
  };
  useLayoutEffect(() => {
    if (follow.current === null) return;
    const element = document.getElementById(`set-${follow.current}`);
    const { activeElement } = document;
    if (activeElement === element) return;
    if (activeElement === document.body || activeElement?.closest('[data-set]') || activeElement === scroller) {
      reveal(follow.current);
      element?.focus({ preventScroll: true });
    } else follow.current = null;
  });
  const goTo = (id: string | undefined) => {
    if (id === undefined) return;
    follow.current = id;
    reveal(id);
    document.getElementById(`set-${id}`)?.focus({ preventScroll: true });
  };

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
    follow.current = slot.id;
    const moves = held.map((one) => ({ slot: one, to: change(positionOf(one)) }));
    const after = moved(slot, change(positionOf(slot)), festival).day;
    if (after !== day) onSearch({ day: after });
    editing.move(moves, { atOnce: false });
  };

  const onKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (isElsewhere(event.target)) return;
    const withCtrl = event.ctrlKey || event.metaKey;
    const does = (deed: () => void) => {
      event.preventDefault();
      deed();
    };
    if (withCtrl) {
      if (editing && event.key.toLowerCase() === 'z') does(event.shiftKey ? editing.redo : editing.undo);
      return;
    }
    if (event.altKey) return;
    if (event.key === '+' || event.key === '=') does(() => zoomTo(zoom + 1));
    if (event.key === '-') does(() => zoomTo(zoom - 1));
    if (event.key === '0') does(() => void fit());
    if (!editing) return;
    if (event.key === '?') does(() => help(true));
    if (event.key.toLowerCase() === 'n') does(() => editing.begin());
    if (event.key.toLowerCase() === 'g') does(() => setStep(steps[(steps.indexOf(step) + 1) % steps.length] ?? 5));
    if (event.key === 'Escape' && selected.size > 0) does(() => select(nobody));
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

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
        onFit={() => void fit()}
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
