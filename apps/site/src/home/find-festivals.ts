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
  const plainCity = plainLetters(city);
  const plainGenre = plainLetters(genre);
  return festivals.filter((festival) => {
    const { startsOn, endsOn } = festival;
    const { told, cityName, genreNames } = plainly(festival);
    return (
      (month === '' || (startsOn.slice(0, 7) <= month && month <= endsOn.slice(0, 7))) &&
      (city === '' || cityName === plainCity) &&
      (genre === '' || genreNames.includes(plainGenre)) &&
      nameFit(typed, told) !== null
    );
  });
}

interface Plain {
  told: string;
  cityName: string;
  genreNames: readonly string[];
}
const plain = new WeakMap<Found, Plain>();

/** What a festival says of itself in plain letters, made plain once however often it is looked for. */
function plainly(festival: Found): Plain {
  const known = plain.get(festival);
  if (known) return known;
  const { name, tagline, place, genres } = festival;
  const made = {
    told: plainLetters([name, ...Object.values(tagline), place.name, place.city, ...genres].join(' ')),
    cityName: plainLetters(place.city),
    genreNames: genres.map(plainLetters),
  };
  plain.set(festival, made);
  return made;
}

export interface Wishes {
  /** The commonest first. */
  genres: string[];
  months: string[];
  cities: string[];
}

/** So many of each are offered; what is rarer is found by its name. */
const [mostGenres, mostCities] = [100, 200];
const offered = new WeakMap<readonly Found[], Wishes>();

/** What can be wished for, among these festivals. */
export function wishes(festivals: readonly Found[]): Wishes {
  const known = offered.get(festivals);
  if (known) return known;
  const made = {
    genres: commonest(festivals.flatMap(({ genres }) => genres)).slice(0, mostGenres),
    months: [...new Set(festivals.map(({ startsOn }) => startsOn.slice(0, 7)))].toSorted(),
    cities: commonest(festivals.map(({ place }) => place.city))
      .slice(0, mostCities)
      .toSorted((a, b) => a.localeCompare(b)),
  };
  offered.set(festivals, made);
  return made;
}

function commonest(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([a, one], [b, other]) => other - one || a.localeCompare(b)).map(([name]) => name);
}
