import type { Festival } from '@festivals/domain/festival/contract';
import type { LineUp, LineUpArtist } from '@festivals/domain/programme/line-up-contract';
import { playersOf } from '@festivals/domain/programme/set-name';
import { stageKey, type Listed } from '@festivals/domain/programme/visit/filter-line-up';
import { plainLetters } from '@festivals/domain/programme/visit/find-name';
import { localeOf, type Language } from '@festivals/messages';
import { isPast } from '../festival/is-past.ts';
import { playingArtists } from '../festival/playing-artists.ts';
import { sayClock, sayShortDay } from './say-times.ts';

type Slot = LineUp['slots'][number];

/** An artist with their sets, ready to be shown and to be filtered. */
export interface ListedArtist extends Listed {
  artist: LineUpArtist;
  /** `Fri 16 Jul, 21:30 · Brume`, the next first. */
  appearances: string[];
}

/** Sets by who plays them; what is cancelled is not among them. */
export function setsByArtist(lineUp: LineUp): Map<string, Slot[]> {
  const found = new Map<string, Slot[]>();
  for (const slot of lineUp.slots) {
    if (slot.status === 'CANCELLED') continue;
    for (const id of playersOf(slot)) found.set(id, [...(found.get(id) ?? []), slot]);
  }
  return found;
}

/** Everybody who still plays, in the order of the poster, also those whose times will follow. */
export function listedArtists(festival: Festival, lineUp: LineUp, language: Language): ListedArtist[] {
  const stages = new Map(lineUp.stages.map((stage) => [stage.id, stage]));
  const sets = setsByArtist(lineUp);
  return playingArtists(lineUp).map((artist) => {
    const theirs = sets.get(artist.id) ?? [];
    return {
      artist,
      plain: plainLetters(artist.name),
      genres: artist.genres,
      sets: theirs.map(({ day, stageId }) => {
        const stage = stages.get(stageId);
        return { day, stage: stage ? stageKey(stage) : '' };
      }),
      appearances: theirs.map(
        ({ day, startsAt, stageId }) =>
          `${sayShortDay(day, language)}, ${sayClock(startsAt, festival.zone, language)} · ${stages.get(stageId)?.name ?? ''}`,
      ),
    };
  });
}

const hasTime = ({ sets }: Listed) => sets.length > 0;

/** Whether times follow for everyone (said once), for some (said of each), or for nobody: all have theirs, or nobody waits any more. */
export function timesFollow(festival: Festival, listed: readonly Listed[]): 'all' | 'some' | 'none' {
  if (isPast(festival) || listed.every(hasTime)) return 'none';
  return listed.some(hasTime) ? 'some' : 'all';
}

/** What the browser's filter reads from the page of one artist: genres, and the day and stage of each set. */
export const filterData = ({ genres, sets }: Listed) => ({
  'data-genres': genres.join('|'),
  'data-sets': sets.map(({ day, stage }) => `${day} ${stage}`).join('|'),
});

/** What there is to filter by. */
export function filterChoices(listed: readonly ListedArtist[], lineUp: LineUp, language: Language) {
  const { compare } = new Intl.Collator(localeOf(language));
  const days = new Set(listed.flatMap(({ sets }) => sets.map(({ day }) => day)));
  const played = new Set(listed.flatMap(({ sets }) => sets.map(({ stage }) => stage)));
  return {
    days: [...days].toSorted().map((day) => ({ value: day, label: sayShortDay(day, language) })),
    stages: lineUp.stages
      .map((stage) => ({ value: stageKey(stage), label: stage.name }))
      .filter(({ value }) => played.has(value)),
    genres: [...new Set(listed.flatMap(({ genres }) => genres))]
      .toSorted(compare)
      .map((genre) => ({ value: genre, label: genre })),
  };
}
