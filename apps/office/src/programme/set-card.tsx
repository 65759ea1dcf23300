import { classNames } from '@festivals/ui/class-names';
import type { ListedArtist } from '@festivals/domain/programme/contract';
import { TriangleAlert } from 'lucide-react';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { PlacedSet } from './lay-out-day.ts';

/** What can be done to a set on the grid. */
export type SetDeeds = {
  open: (slotId: string) => void;
  lift: (event: PointerEvent<HTMLElement>, set: PlacedSet, edge: boolean) => void;
  drag: (event: PointerEvent<HTMLElement>) => void;
  drop: () => boolean;
  cancel: () => void;
  press: (event: KeyboardEvent<HTMLElement>, set: PlacedSet) => void;
};

type Props = {
  set: PlacedSet;
  artist: ListedArtist | undefined;
  stage: string;
  zone: string;
  pixelsPerMinute: number;
  warned: boolean;
  held: boolean;
  deeds: SetDeeds | null;
};

function lookOf(billing: number | undefined, status: PlacedSet['status']): string {
  if (status === 'CANCELLED') return 'border-line bg-sunken text-ink-faint line-through';
  if (status === 'PENDING') return 'border-dashed border-edge bg-surface text-ink';
  if (billing === 1) return 'border-accent bg-accent text-on-accent';
  return billing === 2 ? 'border-accent/30 bg-accent-soft text-ink' : 'border-line bg-raised text-ink';
}

/** One set on the grid: looked at by everyone, taken hold of by whoever may edit. */
export function SetCard({ set, artist, stage, zone, pixelsPerMinute, warned, held, deeds }: Props) {
  const t = useTranslations('office.programmeEdit');
  const format = useFormatter();
  const wasMoved = useRef(false);
  const clock = (at: string) => format.dateTime(new Date(at), 'clock', { timeZone: zone });
  const name = artist?.name ?? set.title ?? t('tba');
  const short = set.length < 40;
  const strong = artist?.billing === 1 && set.status === 'CONFIRMED';
  const place = {
    top: set.from * pixelsPerMinute + 1,
    height: Math.max(set.length * pixelsPerMinute - 2, 14),
    left: `calc(${(set.lane / set.lanes) * 100}% + 0.25rem)`,
    width: `calc(${100 / set.lanes}% - 0.5rem)`,
  };
  const look = classNames(
    'absolute flex items-start overflow-hidden rounded-md border px-2 text-left text-xs leading-tight',
    short ? 'gap-2 py-0.5' : 'flex-col py-1',
    lookOf(artist?.billing, set.status),
    held && 'opacity-40',
  );
  const words = (
    <>
      <span className="block max-w-full truncate font-medium">
        {warned && <TriangleAlert aria-hidden="true" className="mr-1 inline size-3.5 align-[-0.2em]" />}
        {name}
      </span>
      <span
        className={classNames(
          'tabular block',
          short ? 'shrink-0' : 'truncate',
          strong ? 'text-on-accent' : set.status === 'CANCELLED' ? 'text-ink-faint' : 'text-ink-soft',
        )}
      >
        {short ? clock(set.startsAt) : `${clock(set.startsAt)}–${clock(set.endsAt)}`}
      </span>
    </>
  );
  if (deeds === null) {
    return (
      <li className={look} style={place}>
        {words}
      </li>
    );
  }
  const follow = { onPointerMove: deeds.drag, onPointerCancel: deeds.cancel };
  const drop = () => {
    wasMoved.current = deeds.drop();
  };
  return (
    <li className="contents">
      <button
        type="button"
        id={`set-${set.id}`}
        className={classNames(look, 'cursor-grab select-none active:cursor-grabbing')}
        style={place}
        onPointerDown={(event) => {
          wasMoved.current = false;
          deeds.lift(event, set, event.currentTarget.getBoundingClientRect().bottom - event.clientY < 7);
        }}
        onPointerUp={drop}
        onKeyDown={(event) => deeds.press(event, set)}
        onClick={({ detail }) => {
          // The keyboard's click has no detail; the pointer's means nothing after a drag.
          if (detail === 0 || !wasMoved.current) deeds.open(set.id);
        }}
        {...follow}
      >
        {words}
        <span className="sr-only">
          {stage}, {t(`status.${set.status}`)}
        </span>
        <span aria-hidden="true" className="absolute inset-x-0 bottom-0 h-1.5 cursor-ns-resize" />
      </button>
    </li>
  );
}
