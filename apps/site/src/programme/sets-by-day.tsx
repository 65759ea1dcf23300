import type { LineUp } from '@festivals/domain/programme/line-up-contract';
import type { Seen } from '../festival/seen.ts';
import { sayDay } from '../festival/say-dates.ts';
import { nameOfSet, SetItem, type SetWords } from './set-item.tsx';

type Props = Seen & {
  lineUp: LineUp;
  slots: LineUp['slots'];
  words: SetWords;
  /** What each set is on at the same time as, where that is known already. */
  clash?: (slotId: string) => string;
};

/** Sets as a list by day and time. */
export function SetsByDay({ festival, language, lineUp, slots, words, clash }: Props) {
  const artists = new Map(lineUp.artists.map((artist) => [artist.id, artist]));
  const stages = new Map(lineUp.stages.map(({ id, name }) => [id, name]));
  const all = new Map(lineUp.slots.map((slot) => [slot.id, slot]));
  const inOrder = slots.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return [...Map.groupBy(inOrder, ({ day }) => day)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, sets]) => (
      <section key={day} aria-labelledby={`day-${day}`} className="day">
        <h2 id={`day-${day}`} className="headline text-2xl sm:text-3xl">
          {sayDay(day, language)}
        </h2>
        <ol className="mt-2">
          {sets.map((slot) => {
            const under = slot.overlaysId === null ? undefined : all.get(slot.overlaysId);
            return (
              <SetItem
                key={slot.id}
                festival={festival}
                language={language}
                slot={slot}
                stage={stages.get(slot.stageId) ?? ''}
                artists={artists}
                under={under ? nameOfSet(under, artists) : null}
                words={words}
                {...(clash && { clash: clash(slot.id) })}
              />
            );
          })}
        </ol>
      </section>
    ));
}
