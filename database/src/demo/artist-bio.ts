import { de } from './bios/de.ts';
import { en } from './bios/en.ts';
import { es } from './bios/es.ts';
import { fr } from './bios/fr.ts';
import { it } from './bios/it.ts';
import { pt } from './bios/pt.ts';
import type { Genre } from './line-up.ts';
import type { Random } from './seeded-random.ts';

export const bioTexts = { fr, en, de, es, it, pt };

/** Towns that are called the same in all six languages. */
const cities: Readonly<Record<string, readonly string[]>> = {
  AR: ['Rosario', 'Mendoza'],
  BE: ['Namur', 'Verviers', 'Hasselt'],
  BR: ['Recife', 'Salvador'],
  CA: ['Halifax', 'Winnipeg'],
  CD: ['Kinshasa', 'Goma'],
  CM: ['Douala'],
  CO: ['Barranquilla', 'Cali'],
  DE: ['Bochum', 'Dortmund', 'Rostock'],
  DK: ['Aarhus', 'Odense'],
  ES: ['Bilbao', 'Vigo'],
  FI: ['Tampere', 'Oulu'],
  FR: ['Nantes', 'Grenoble', 'Rennes'],
  GB: ['Bristol', 'Leeds', 'Glasgow', 'Margate'],
  GH: ['Kumasi'],
  IE: ['Galway', 'Limerick'],
  IS: ['Akureyri'],
  IT: ['Bari', 'Palermo', 'Verona'],
  JM: ['Kingston'],
  JP: ['Nagoya', 'Sapporo'],
  LU: ['Esch'],
  MX: ['Oaxaca', 'Puebla'],
  NG: ['Lagos', 'Ibadan'],
  NL: ['Utrecht', 'Eindhoven', 'Tilburg'],
  NO: ['Bergen', 'Oslo'],
  PE: ['Lima', 'Iquitos'],
  PT: ['Braga', 'Coimbra'],
  SE: ['Uppsala', 'Malmö'],
  SN: ['Dakar'],
  TT: ['Arima'],
  US: ['Chicago', 'Portland', 'Memphis'],
};

/** Three sentences in each of the six languages that say the same: where it began, how it sounds, why to come. */
export function artistBio(random: Random, name: string, country: string, genre: Genre): Record<string, string> {
  const city = random.pick(cities[country] ?? ['Namur']);
  const beginning = random.whole(0, en.beginnings.length - 1);
  // The last promise, the only show in Belgium, is none for a band that lives there.
  const promise = random.whole(0, en.promises.length - (country === 'BE' ? 2 : 1));
  return Object.fromEntries(
    Object.entries(bioTexts).map(([language, texts]) => {
      const text = [texts.beginnings[beginning], texts.sounds[genre], texts.promises[promise]].join(' ');
      return [language, text.replaceAll('{name}', name).replaceAll('{city}', city)];
    }),
  );
}
