import type { Festival } from '@festivals/domain/festival/contract';
import type { LineUp, LineUpArtist } from '@festivals/domain/programme/line-up-contract';
import { playersOf, setName } from '@festivals/domain/programme/set-name';
import type { Language } from '@festivals/messages';
import type { CSSProperties } from 'react';
import { inLanguage, paths } from '../shell/paths.ts';
import { HeartButton } from './heart-button.tsx';
import { sayClock, sayHours } from './say-times.ts';

type Slot = LineUp['slots'][number];

export interface SetWords {
  tba: string;
  cancelled: string;
  favourite: (name: string) => string;
  takeover: (name: string) => string;
}

interface Props {
  festival: Festival;
  language: Language;
  slot: Slot;
  stage: string;
  artists: ReadonlyMap<string, LineUpArtist>;
  /** The set that it takes over, if it does. */
  under: string | null;
  words: SetWords;
  style?: CSSProperties;
  className?: string;
  /** At which other sets of the choice it is on. */
  clash?: string;
}

/** What a set is called here. */
export const nameOfSet = (slot: Slot, artists: ReadonlyMap<string, LineUpArtist>): string | null =>
  setName(slot, (id) => artists.get(id)?.name);

/** One set: when, who, where, and a heart. The same in the grid and in the list, which differ by style alone. */
export function SetItem(props: Props) {
  const { festival, language, slot, stage, artists, under, words, style, className = '', clash } = props;
  const players = playersOf(slot).flatMap((id) => artists.get(id) ?? []);
  const name = nameOfSet(slot, artists) ?? words.tba;
  const isCancelled = slot.status === 'CANCELLED';
  const [starts, ends] = [Date.parse(slot.startsAt), Date.parse(slot.endsAt)];
  const kind = `${isCancelled ? ' set-off' : ''}${slot.overlaysId === null ? '' : ' set-over'}`;
  return (
    <li
      id={`set-${slot.id}`}
      className={`set${kind} ${className}`}
      style={style}
      data-set={slot.id}
      data-players={players.map(({ id }) => id).join(' ')}
      data-from={starts}
      data-to={ends}
      data-stage={slot.stageId}
      data-cancelled={isCancelled ? '' : undefined}
    >
      <p className="set-time">
        <time dateTime={slot.startsAt}>{sayClock(slot.startsAt, festival.zone, language)}</time>
        <span aria-hidden="true"> – </span>
        <time dateTime={slot.endsAt}>{sayClock(slot.endsAt, festival.zone, language)}</time>
        <span className="yours" data-yours={starts} suppressHydrationWarning />
      </p>
      <p className="set-name" data-name="">
        {players.length === 0
          ? name
          : players.map((player, at) => (
              <span key={player.id}>
                {at > 0 && ' b2b '}
                <a href={inLanguage(language, paths.artist(festival.slug, player.slug))}>{player.name}</a>
              </span>
            ))}
      </p>
      <p className="set-stage">{stage}</p>
      {players.length > 0 && slot.title !== null && <p className="set-note">{slot.title}</p>}
      {under !== null && <p className="set-note">{words.takeover(under)}</p>}
      {isCancelled && <p className="set-cancelled">{words.cancelled}</p>}
      <p className="set-clash" data-clash="" suppressHydrationWarning>
        {clash}
      </p>
      {!isCancelled && (
        <HeartButton
          kind="set"
          id={slot.id}
          label={words.favourite(`${name}, ${sayHours(slot, festival.zone, language)}, ${stage}`)}
        />
      )}
    </li>
  );
}
