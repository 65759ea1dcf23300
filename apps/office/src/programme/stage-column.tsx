import { withHeldBack } from '@festivals/domain/programme/announced';
import { openingOf } from '@festivals/domain/programme/rules';
import type { DraftStage, ListedArtist } from '@festivals/domain/programme/contract';
import { memo } from 'react';
import { useNow } from 'use-intl';
import type { PlacedSet } from './lay-out-day.ts';
import { SetCard } from './set-card.tsx';

type Props = {
  stage: DraftStage;
  day: string;
  sets: readonly PlacedSet[];
  /** Which minutes are seen; nothing else is drawn. */
  from: number;
  to: number;
  left: number;
  width: number;
  height: number;
  startsAt: number;
  zone: string;
  cutOff: number;
  pixelsPerMinute: number;
  artists: ReadonlyMap<string, ListedArtist>;
  nameOf: (set: PlacedSet) => string;
  warned: ReadonlySet<string>;
  selected: ReadonlySet<string>;
  mayEdit: boolean;
};

/** A stage on one day: its hours, and the sets that are seen. */
export const StageColumn = memo(function StageColumn(props: Props) {
  const { stage, day, sets, from, to, left, width, height, startsAt, zone, cutOff, pixelsPerMinute, artists } = props;
  const now = useNow({ updateInterval: 60_000 });
  const hours = stage.hours.find((one) => one.day === day);
  const open = hours && openingOf(hours, { zone, cutOff });
  const pixelsOf = (instant: number) =>
    Math.min(Math.max(((instant - startsAt) / 60_000) * pixelsPerMinute, 0), height);
  return (
    <ol
      aria-label={stage.name}
      className="absolute top-0 border-l border-line"
      style={{
        left,
        width,
        height,
        backgroundImage: 'linear-gradient(var(--color-line) 1px, transparent 1px)',
        backgroundSize: `100% ${60 * pixelsPerMinute}px`,
      }}
    >
      {open && (
        <li aria-hidden="true" className="contents">
          <span className="absolute inset-x-0 top-0 bg-sunken/70" style={{ height: pixelsOf(open.from) }} />
          <span className="absolute inset-x-0 bottom-0 bg-sunken/70" style={{ height: height - pixelsOf(open.to) }} />
        </li>
      )}
      {sets
        .filter((set) => set.from + set.length + set.teardownMinutes >= from && set.from - set.setupMinutes <= to)
        .map((set) => (
          <SetCard
            key={set.id}
            set={withHeldBack(set, artists, now)}
            name={props.nameOf(set)}
            billing={set.artistId === null ? undefined : artists.get(set.artistId)?.billing}
            stage={stage.name}
            zone={zone}
            pixelsPerMinute={pixelsPerMinute}
            warned={props.warned.has(set.id)}
            selected={props.selected.has(set.id)}
            mayEdit={props.mayEdit}
          />
        ))}
    </ol>
  );
});
