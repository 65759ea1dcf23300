import { useSyncExternalStore } from 'react';
import { useFormatter } from 'use-intl';
import type { DragStore } from './drag-store.ts';
import type { Position } from './move-set.ts';

type Props = {
  store: DragStore;
  /** The stages' columns from left to right. */
  columns: ReadonlyMap<string, number>;
  wide: number;
  startsAt: number;
  pixelsPerMinute: number;
  zone: string;
};

/** Where what is being dragged would stand. */
export function Landing({ store, columns, wide, startsAt, pixelsPerMinute, zone }: Props) {
  const held = useSyncExternalStore(store.watch, store.current);
  const format = useFormatter();
  if (!held || held.overDay !== null) return null;
  const clock = (instant: string) => format.dateTime(new Date(instant), 'clock', { timeZone: zone });
  const pixelsOf = (instant: string) => ((Date.parse(instant) - startsAt) / 60_000) * pixelsPerMinute;
  const place = ({ stageId, startsAt: from, endsAt }: Position) => ({
    transform: `translate(${(columns.get(stageId) ?? 0) * wide + 4}px, ${pixelsOf(from) + 1}px)`,
    height: Math.max(pixelsOf(endsAt) - pixelsOf(from) - 2, 14),
    width: wide - 8,
  });
  return held.landings.map(({ key, to }) => (
    <div
      key={key}
      aria-hidden="true"
      className="tabular pointer-events-none absolute top-0 left-0 z-10 overflow-hidden rounded-md border-2 border-accent bg-accent-soft/85 px-2 py-0.5 text-xs font-medium text-accent-text shadow-float will-change-transform"
      style={place(to)}
    >
      {clock(to.startsAt)}–{clock(to.endsAt)}
    </div>
  ));
}
