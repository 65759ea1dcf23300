import { Card } from '@festivals/ui/card';
import { datesFrom, instantOnDay } from '@festivals/domain/calendar';
import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftSlot, ProgrammeDraft } from '@festivals/domain/programme/contract';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { daysOf, layOutDay, type DayLayout } from './lay-out-day.ts';
import { moveByKey, moved, type Position } from './move-set.ts';
import { SetCard, type SetDeeds } from './set-card.tsx';
import { useDrag } from './use-drag.ts';

const pixelsPerMinute = 1.1;

/** What whoever may edit can do on the timetable. */
export type Editing = {
  move: (slot: DraftSlot, to: Position, how: { atOnce: boolean }) => void;
  open: (slotId: string) => void;
  warned: ReadonlySet<string>;
};

/** Where the set that is being dragged would stand. */
function Landing({ at, layout, zone }: { at: Position; layout: DayLayout; zone: string }) {
  const format = useFormatter();
  const minutesOf = (instant: string) => (Date.parse(instant) - layout.startsAt) / 60_000;
  const [from, to] = [minutesOf(at.startsAt), minutesOf(at.endsAt)];
  return (
    <li
      aria-hidden="true"
      className="tabular pointer-events-none absolute inset-x-1 z-10 rounded-md border-2 border-accent bg-accent-soft/80 px-2 py-0.5 text-xs font-medium text-accent-text shadow-float"
      style={{ top: from * pixelsPerMinute + 1, height: (to - from) * pixelsPerMinute - 2 }}
    >
      {format.dateTime(new Date(at.startsAt), 'clock', { timeZone: zone })}–
      {format.dateTime(new Date(at.endsAt), 'clock', { timeZone: zone })}
    </li>
  );
}

type GridProps = {
  layout: DayLayout;
  programme: ProgrammeDraft;
  zone: string;
  deeds: SetDeeds | null;
  warned: ReadonlySet<string>;
  held: { slotId: string; to: Position } | null;
};

function Grid({ layout, programme, zone, deeds, warned, held }: GridProps) {
  const format = useFormatter();
  const t = useTranslations('office.programme');
  const artists = useMemo(() => new Map(programme.artists.map((artist) => [artist.id, artist])), [programme.artists]);
  const byStage = useMemo(() => Map.groupBy(layout.sets, ({ stageId }) => stageId), [layout.sets]);
  const stages = deeds ? programme.stages : programme.stages.filter(({ id }) => byStage.has(id));
  const height = layout.minutes * pixelsPerMinute;
  return (
    <Card
      className="relative max-h-[75dvh] overflow-auto"
      {...(deeds ? {} : { tabIndex: 0 })}
      role="region"
      aria-label={t('timetable')}
    >
      <div
        className="grid w-max min-w-full"
        style={{ gridTemplateColumns: `3.5rem repeat(${stages.length}, minmax(8.5rem, 1fr))` }}
      >
        <div className="sticky top-0 left-0 z-30 border-b border-line bg-surface" />
        {stages.map((stage) => (
          <h2
            key={stage.id}
            className="sticky top-0 z-20 truncate border-b border-l border-line bg-surface px-2 py-2 text-xs font-semibold text-ink"
          >
            {stage.name}
          </h2>
        ))}
        <div aria-hidden="true" className="sticky left-0 z-20 bg-surface" style={{ height }}>
          {layout.hours.map((hour, at) => (
            <span
              key={hour}
              className="tabular absolute right-2 -translate-y-1/2 text-2xs text-ink-faint first:translate-y-0"
              style={{ top: at * 60 * pixelsPerMinute }}
            >
              {format.dateTime(new Date(hour), 'clock', { timeZone: zone })}
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
            {(byStage.get(stage.id) ?? []).map((set) => (
              <SetCard
                key={set.id}
                set={set}
                artist={set.artistId === null ? undefined : artists.get(set.artistId)}
                stage={stage.name}
                zone={zone}
                pixelsPerMinute={pixelsPerMinute}
                warned={warned.has(set.id)}
                held={set.id === held?.slotId}
                deeds={deeds}
              />
            ))}
            {held?.to.stageId === stage.id && <Landing at={held.to} layout={layout} zone={zone} />}
          </ol>
        ))}
      </div>
    </Card>
  );
}

/** The hours that an editor sees even of an empty day. */
const plannable = (day: string, zone: string) => ({
  from: instantOnDay(day, '12:00', zone),
  to: instantOnDay(day, '03:00', zone),
});

function useDayLayout(
  slots: readonly DraftSlot[],
  day: string | undefined,
  plannedIn: string | null,
): DayLayout | null {
  return useMemo(() => {
    if (day === undefined) return null;
    return layOutDay(slots, day, plannedIn === null ? undefined : plannable(day, plannedIn));
  }, [slots, day, plannedIn]);
}

type Props = {
  programme: ProgrammeDraft;
  festival: Festival;
  day: string | undefined;
  onDay: (day: string) => void;
  editing: Editing | null;
};

/** Stages across, hours down, in the festival's own time. */
export function Timetable({ programme, festival, day, onDay, editing }: Props) {
  const t = useTranslations('office.programme');
  const edit = useTranslations('office.programmeEdit');
  const format = useFormatter();
  const { zone } = festival;
  const mayEdit = editing !== null;
  const drag = useDrag(programme.stages, pixelsPerMinute, (slotId, to) => {
    const slot = programme.slots.find(({ id }) => id === slotId);
    if (slot) editing?.move(slot, to, { atOnce: true });
  });
  const playing = daysOf(programme.slots);
  const days = editing
    ? [...new Set([...playing, ...datesFrom(festival.startsOn, festival.endsOn)])].toSorted()
    : playing;
  const chosen = day !== undefined && days.includes(day) ? day : days[0];
  const layout = useDayLayout(programme.slots, chosen, mayEdit ? zone : null);
  // A set that changes its column is drawn anew: the keyboard stays with it, until it goes elsewhere by itself.
  const follow = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (follow.current === null) return;
    const set = document.getElementById(`set-${follow.current}`);
    if (document.activeElement === document.body) set?.focus();
    else if (document.activeElement !== set) follow.current = null;
  });
  if (chosen === undefined || layout === null)
    return <p className="py-10 text-center text-ui text-ink-soft">{t('noSets')}</p>;
  const deeds: SetDeeds | null = editing && {
    open: editing.open,
    lift: drag.lift,
    drag: drag.drag,
    drop: drag.drop,
    cancel: drag.cancel,
    press: (event, set) => {
      const slot = programme.slots.find(({ id }) => id === set.id);
      const to = slot && moveByKey(event, slot, programme.stages);
      if (!slot || !to) return;
      event.preventDefault();
      follow.current = set.id;
      const after = moved(slot, to, zone, festival.cutOff).day;
      if (after !== chosen) onDay(after);
      editing.move(slot, to, { atOnce: false });
    },
  };
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
      {editing && <p className="text-xs text-pretty text-ink-faint pointer-coarse:hidden">{edit('howTo')}</p>}
      <Grid
        layout={layout}
        programme={programme}
        zone={zone}
        deeds={deeds}
        warned={editing?.warned ?? new Set()}
        held={drag.held}
      />
    </div>
  );
}
