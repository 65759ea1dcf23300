/** Who is shown of a line-up: by name, and by when, where and what they play. */
import { nameFit, plainLetters } from './find-name.ts';

/** What somebody asks for; '' asks for nothing. */
export interface LineUpFilter {
  /** As it was typed. */
  q: string;
  day: string;
  /** A stage by its key. */
  stage: string;
  genre: string;
}

export const lineUpFilters = ['q', 'day', 'stage', 'genre'] as const satisfies readonly (keyof LineUpFilter)[];

/** An artist as the filter looks at them. */
export interface Listed {
  /** The name as `plainLetters` writes it. */
  plain: string;
  genres: readonly string[];
  sets: readonly { day: string; stage: string }[];
}

/** What a stage is called in an address: `Grande Scène` is `grande-scene`. */
export const stageKey = ({ id, name }: { id: string; name: string }): string =>
  plainLetters(name).replaceAll(' ', '-') || id;

/** What an address asks for, whatever else it says. */
export const filterOf = (asked: (name: string) => string | null | undefined): LineUpFilter => {
  const text = (name: keyof LineUpFilter) => (asked(name) ?? '').slice(0, 100);
  return { q: text('q'), day: text('day'), stage: text('stage'), genre: text('genre') };
};

export const asksAnything = (filter: LineUpFilter): boolean => lineUpFilters.some((name) => filter[name].trim() !== '');

/** Whether an artist is shown. A day and a stage are those of one set, not of two. */
export function lineUpFits({ q, day, stage, genre }: LineUpFilter): (artist: Listed) => boolean {
  const typed = plainLetters(q);
  return ({ plain, genres, sets }) =>
    (genre === '' || genres.includes(genre)) &&
    ((day === '' && stage === '') ||
      sets.some((set) => (day === '' || set.day === day) && (stage === '' || set.stage === stage))) &&
    nameFit(typed, plain) !== null;
}
