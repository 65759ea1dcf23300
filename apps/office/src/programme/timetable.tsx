import { Notice } from '@festivals/ui/notice';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { DayGrid } from './day-grid.tsx';
import { DayTabs } from './day-tabs.tsx';
import { FestivalOverview } from './festival-overview.tsx';
import { steps, type Step } from './move-set.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { TimetableToolbar } from './timetable-toolbar.tsx';
import { UnscheduledTray } from './unscheduled-tray.tsx';
import { useTimetableGrid, type Timetabled } from './use-timetable-grid.ts';
import { useTimetableKeys } from './use-timetable-keys.ts';

type Props = Timetabled & {
  /** What must be said before anything else: a conflict, a list of warnings. */
  children?: ReactNode;
};

/** Stages across, hours down, in the festival's own time; or all days at a glance. */
export function Timetable({ children, ...timetabled }: Props) {
  const { programme, festival, search, onSearch, warned, editing } = timetabled;
  const t = useTranslations('office.programme');
  const words = useTranslations('office.timetable');
  const [step, setStep] = useState<Step>(steps[0]);
  const [helps, help] = useState(false);
  const grid = useTimetableGrid(timetabled, step);
  const { days, day, shown, slots, layout, stages, zoom, zoomTo, fit, selection, drag, showDay } = grid;
  useTimetableKeys({
    editing,
    zoomBy: (by) => zoomTo(zoom + by),
    fit,
    help: () => help(true),
    nextStep: () => setStep(steps[(steps.indexOf(step) + 1) % steps.length] ?? 5),
    unselect: selection.unselect,
  });
  if (shown !== null && layout === null)
    return <p className="py-10 text-center text-ui text-ink-soft">{t('noSets')}</p>;
  return (
    <div className="space-y-3">
      <DayTabs days={days} shown={shown} store={drag.store} onDay={showDay} onWhole={() => onSearch({ whole: true })} />
      <TimetableToolbar
        search={search}
        onSearch={onSearch}
        zoom={zoom}
        onZoom={zoomTo}
        onFit={fit}
        editing={editing && { ...editing, step, onStep: setStep, help: () => help(true) }}
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
          zone={festival.zone}
          open={showDay}
        />
      ) : stages.length === 0 ? (
        <Notice>{words('noStageFound')}</Notice>
      ) : (
        <DayGrid {...timetabled} grid={grid} day={day} layout={layout} />
      )}
      {selection.selected.size > 0 && (
        <p role="status" className="text-xs text-ink-soft">
          {words('selectedSets', { count: selection.selected.size })}
        </p>
      )}
      {editing && <p className="text-xs text-ink-faint pointer-coarse:hidden">{words('howTo')}</p>}
      <ShortcutsDialog open={helps} onOpenChange={help} />
    </div>
  );
}
