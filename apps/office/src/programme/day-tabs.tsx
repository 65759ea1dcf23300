import { useSyncExternalStore } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { DragStore } from './drag-store.ts';

type Props = {
  days: readonly string[];
  /** The day that is shown; null for the whole festival. */
  shown: string | null;
  store: DragStore;
  onDay: (day: string) => void;
  onWhole: () => void;
};

const look =
  'h-8 cursor-pointer rounded-full border border-line bg-surface px-3 text-ui text-ink-soft transition-colors hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent-text data-over:border-accent data-over:ring-2 data-over:ring-accent pointer-coarse:h-10';

/** The festival's days, and all of them; a set that is dropped on a day goes there. */
export function DayTabs({ days, shown, store, onDay, onWhole }: Props) {
  const t = useTranslations('office.programme');
  const words = useTranslations('office.timetable');
  const format = useFormatter();
  const over = useSyncExternalStore(store.watch, () => store.current()?.overDay ?? null);
  return (
    <div role="group" aria-label={t('days')} className="flex flex-wrap gap-1.5">
      {days.map((day) => (
        <button
          key={day}
          type="button"
          data-day={day}
          data-over={over === day ? '' : undefined}
          aria-pressed={day === shown}
          onClick={() => onDay(day)}
          className={look}
        >
          {format.dateTime(new Date(`${day}T12:00:00Z`), 'weekday', { timeZone: 'UTC' })}
        </button>
      ))}
      {days.length > 1 && (
        <button type="button" aria-pressed={shown === null} onClick={onWhole} className={look}>
          {words('wholeFestival')}
        </button>
      )}
    </div>
  );
}
