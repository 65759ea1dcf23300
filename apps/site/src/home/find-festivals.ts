import type { Festival } from '@festivals/domain/festival/contract';
import { nameFit, plainLetters } from '@festivals/domain/programme/visit/find-name';

/** What somebody looks for: words, a genre, a month (`2027-07`), a city. Empty is anything. */
export interface Wish {
  q: string;
  genre: string;
  month: string;
  city: string;
}
type Found = Pick<Festival, 'name' | 'tagline' | 'place' | 'genres' | 'startsOn' | 'endsOn'>;

/** The festivals that a wish allows; every word of it must be found somewhere, without its accents and with a letter wrong. */
export function findFestivals<F extends Found>(festivals: readonly F[], { q, genre, month, city }: Wish): F[] {
  const typed = plainLetters(q);
  return festivals.filter((festival) => {
    const { name, tagline, place, genres, startsOn, endsOn } = festival;
    const told = plainLetters([name, ...Object.values(tagline), place.name, place.city, ...genres].join(' '));
    return (
      nameFit(typed, told) !== null &&
      (genre === '' || genres.some((one) => plainLetters(one) === plainLetters(genre))) &&
      (city === '' || plainLetters(place.city) === plainLetters(city)) &&
      (month === '' || (startsOn.slice(0, 7) <= month && month <= endsOn.slice(0, 7)))
    );
  });
}

/** What can be wished for, among these festivals; the commonest genres first. */
export function wishes(festivals: readonly Found[]) {
  const counts = new Map<string, number>();
  for (const { genres } of festivals) for (const one of genres) counts.set(one, (counts.get(one) ?? 0) + 1);
  return {
    genres: [...counts].toSorted(([a, one], [b, other]) => other - one || a.localeCompare(b)).map(([name]) => name),
    months: [...new Set(festivals.map(({ startsOn }) => startsOn.slice(0, 7)))].toSorted(),
    cities: [...new Set(festivals.map(({ place }) => place.city))].toSorted((a, b) => a.localeCompare(b)),
  };
}
