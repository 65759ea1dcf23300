import type { Festival } from '@festivals/domain/festival/contract';
import type { LineUp } from '@festivals/domain/programme/line-up-contract';
import { dateIn } from '@festivals/domain/calendar';
import type { Language } from '@festivals/messages';
import type { CSSProperties } from 'react';
import { sayDay } from '../festival/say-dates.ts';
import { sayClock, sayShortDay } from './say-times.ts';
import { nameOfSet, SetItem, type SetWords } from './set-item.tsx';
import type { TimetableDay } from './timetable-day.ts';

interface Props {
  festival: Festival;
  language: Language;
  lineUp: LineUp;
  day: TimetableDay;
  /** `auto` is a grid where there is room for one, else a list. */
  view: 'auto' | 'grid' | 'list';
  words: SetWords & { region: string; now: string; onNow: string };
}

/** CSS knows custom properties that its types do not. */
const style = (values: Record<`--${string}`, string | number>) => values as CSSProperties;

/** A day: stages across, hours down. The same sets are a list by time on a phone, in print, and to whoever listens. */
export function TimetableBoard({ festival, language, lineUp, day, view, words }: Props) {
  const artists = new Map(lineUp.artists.map((artist) => [artist.id, artist]));
  const slots = new Map(lineUp.slots.map((slot) => [slot.id, slot]));
  const { zone } = festival;
  // Few stages need no room of their own to scroll in.
  const fits = day.stages.length <= 5 ? '' : undefined;
  const stages = day.stages.map(({ id, name }) => <li key={id}>{name}</li>);
  return (
    <>
      {/* The same names once more, for a board that glides below them: see glide-board.ts. */}
      <div
        className="board-heads"
        data-board={view}
        data-fits={fits}
        style={style({ '--stages': day.stages.length })}
        aria-hidden="true"
      >
        <ol>{stages}</ol>
      </div>
      <div
        className="board"
        data-board={view}
        data-fits={fits}
        style={style({
          '--minutes': day.minutes,
          '--stages': day.stages.length,
          '--on-now': `'${words.onNow.replaceAll("'", '’')}'`,
        })}
        // Keys scroll what the pointer drags.
        tabIndex={0}
        role="region"
        aria-label={words.region}
      >
        <div className="board-sheet">
          <ol className="board-stages" aria-hidden="true">
            {stages}
          </ol>
          <div className="board-body">
            <ol className="board-hours" aria-hidden="true">
              {day.hours.map((at, index) => {
                const moment = new Date(at).toISOString();
                const date = dateIn(new Date(at), zone);
                const isNewDate = index > 0 && date !== dateIn(new Date(at - 3_600_000), zone);
                return (
                  <li key={at} style={style({ '--from': index * 60 })}>
                    <span>{sayClock(moment, zone, language)}</span>
                    <span className="yours" data-yours={at} suppressHydrationWarning />
                    {isNewDate && <em>{sayShortDay(date, language)}</em>}
                  </li>
                );
              })}
            </ol>
            <ol className="board-sets" aria-label={sayDay(day.day, language)}>
              {day.sets.map(({ slot, stage, column, from, minutes, lane, lanes }) => {
                const under = slot.overlaysId === null ? undefined : slots.get(slot.overlaysId);
                return (
                  <SetItem
                    key={slot.id}
                    festival={festival}
                    language={language}
                    slot={slot}
                    stage={stage.name}
                    artists={artists}
                    under={under ? nameOfSet(under, artists) : null}
                    words={words}
                    className={minutes <= 25 ? 'set-short' : ''}
                    style={style({
                      '--from': from,
                      '--for': minutes,
                      '--column': column,
                      ...(lanes > 1 && { '--lane': lane, '--lanes': lanes }),
                    })}
                  />
                );
              })}
            </ol>
            <p
              className="board-now"
              data-now={day.begins}
              data-until={day.begins + day.minutes * 60_000}
              hidden
              suppressHydrationWarning
            >
              {words.now}
            </p>
          </div>
        </div>
      </div>
    </>
  );
}
