import { classNames } from '@festivals/ui/class-names';
import { CircleQuestionMark, EyeOff, Layers2, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { PlacedSet } from './lay-out-day.ts';

type Props = {
  set: PlacedSet;
  name: string;
  billing: number | undefined;
  stage: string;
  zone: string;
  pixelsPerMinute: number;
  warned: boolean;
  selected: boolean;
  mayEdit: boolean;
};

function lookOf(billing: number | undefined, status: PlacedSet['status']): string {
  if (status === 'CANCELLED') return 'border-line bg-sunken text-ink-faint line-through';
  if (status === 'PENDING') return 'border-dashed border-edge bg-surface text-ink';
  if (billing === 1) return 'border-accent bg-accent text-on-accent';
  return billing === 2 ? 'border-accent/30 bg-accent-soft text-ink' : 'border-line bg-raised text-ink';
}

/** Minutes that the stage needs beside a set. */
function Margin({ top, height, left, width }: { top: number; height: number; left: string; width: string }) {
  if (height <= 0) return null;
  return <span aria-hidden="true" className="hatched absolute rounded-sm" style={{ top, height, left, width }} />;
}

/**
 * One set on the grid: looked at by everyone, taken hold of by whoever may edit. What is done to it is heard by the grid, which
 * knows it by `data-set`, so that a thousand of them are cheap.
 */
export const SetCard = memo(function SetCard(props: Props) {
  const { set, name, billing, stage, zone, pixelsPerMinute, warned, selected, mayEdit } = props;
  const t = useTranslations('office.programmeEdit');
  const words = useTranslations('office.timetable');
  const format = useFormatter();
  const clock = (at: string) => format.dateTime(new Date(at), 'clock', { timeZone: zone });
  const height = Math.max(set.length * pixelsPerMinute - 2, 14);
  const short = height < 40;
  const strong = billing === 1 && set.status === 'CONFIRMED';
  const lane = {
    left: `calc(${(set.lane / set.lanes) * 100}% + 0.25rem)`,
    width: `calc(${100 / set.lanes}% - 0.5rem)`,
  };
  const top = set.from * pixelsPerMinute + 1;
  const sign = 'mr-1 inline size-3.5 align-[-0.2em]';
  const content = (
    <>
      <span className="block max-w-full truncate font-medium">
        {warned && <TriangleAlert aria-hidden="true" className={sign} />}
        {set.announcement === 'SECRET' && <EyeOff aria-hidden="true" className={sign} />}
        {set.announcement === 'TBA' && <CircleQuestionMark aria-hidden="true" className={sign} />}
        {set.overlaysId !== null && <Layers2 aria-hidden="true" className={sign} />}
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
  const look = classNames(
    'absolute flex items-start overflow-hidden rounded-md border px-2 text-left text-xs leading-tight data-held:opacity-40',
    short ? 'gap-2 py-0.5' : 'flex-col py-1',
    lookOf(billing, set.status),
    selected && 'ring-2 ring-accent ring-offset-1 ring-offset-surface',
  );
  const [before, after] = [set.setupMinutes * pixelsPerMinute, set.teardownMinutes * pixelsPerMinute];
  return (
    <li className="contents">
      <Margin top={top - before - 1} height={before} {...lane} />
      {mayEdit ? (
        <button
          type="button"
          id={`set-${set.id}`}
          data-set={set.id}
          className={classNames(look, 'cursor-grab touch-pan-x touch-pan-y select-none active:cursor-grabbing')}
          style={{ top, height, ...lane }}
        >
          {content}
          <span className="sr-only">
            {stage}, {t(`status.${set.status}`)}
            {selected ? `, ${words('selected')}` : ''}
            {set.announcement === 'OPEN' ? '' : `, ${words(`announced.${set.announcement}`)}`}
          </span>
          {height >= 24 && <span aria-hidden="true" className="absolute inset-x-0 top-0 h-1.5 cursor-ns-resize" />}
          <span aria-hidden="true" className="absolute inset-x-0 bottom-0 h-1.5 cursor-ns-resize" />
        </button>
      ) : (
        <div className={look} style={{ top, height, ...lane }}>
          {content}
        </div>
      )}
      <Margin top={top + height + 1} height={after} {...lane} />
    </li>
  );
});
