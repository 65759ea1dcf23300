/** The invented artists of the demo: by stage and day, in the order in which they play. */

export type Genre =
  | 'indie rock'
  | 'synth pop'
  | 'dream pop'
  | 'soul'
  | 'hip hop'
  | 'afrobeat'
  | 'disco'
  | 'cumbia'
  | 'folk'
  | 'chanson'
  | 'jazz'
  | 'dub'
  | 'house'
  | 'techno'
  | 'drum and bass'
  | 'ambient';

type Act = readonly [name: string, country: string, ...genres: Genre[]];

export interface StagePlan {
  key: string;
  name: string;
  /** When the first set begins, on the wall. */
  opens: string;
  /** How long each set of a day is, in minutes. */
  sets: readonly number[];
  /** Minutes between two sets. */
  pause: number;
  /** How big the name of each set stands on the poster. */
  billing: readonly (1 | 2 | 3 | 4)[];
  days: readonly (readonly Act[])[];
}

export const stagePlans: readonly StagePlan[] = [
  {
    key: 'brume',
    name: 'Brume',
    opens: '14:00',
    sets: [50, 60, 60, 70, 75, 90],
    pause: 45,
    billing: [4, 3, 3, 2, 2, 1],
    days: [
      [
        ['Paper Lantern Parade', 'BE', 'indie rock'],
        ['Copper Meridian', 'GB', 'indie rock'],
        ['Saffron Arcade', 'FR', 'synth pop', 'disco'],
        ['Tidewater Cathedral', 'IE', 'folk', 'indie rock'],
        ['Marbled Horses', 'US', 'indie rock'],
        ['Velvet Almanac', 'SE', 'synth pop', 'dream pop'],
      ],
      [
        ['Glasshouse Weather', 'NL', 'dream pop'],
        ['The Ninth Bicycle', 'BE', 'indie rock'],
        ['Ondine Marchetti', 'IT', 'soul'],
        ['Kestrel & Plum', 'GB', 'folk', 'dream pop'],
        ['Low Tide Orchestra', 'PT', 'soul', 'jazz'],
        ['Thousand Lamp Street', 'GB', 'indie rock'],
      ],
      [
        ['Honeycomb Siren', 'DE', 'synth pop'],
        ['Fathers of Tin', 'BE', 'indie rock'],
        ['Amber Switchboard', 'DK', 'synth pop'],
        ['Solène Varga', 'FR', 'chanson', 'soul'],
        ['Ministry of Larks', 'IE', 'indie rock', 'folk'],
        ['Odessa Fontaine-Okoro', 'GB', 'soul'],
      ],
    ],
  },
  {
    key: 'soleil',
    name: 'Soleil',
    opens: '13:15',
    sets: [45, 50, 60, 70, 75, 80, 75],
    pause: 35,
    billing: [4, 4, 3, 3, 2, 2, 3],
    days: [
      [
        ['Baobab Telegraph', 'SN', 'afrobeat'],
        ['Cumbia del Faro', 'CO', 'cumbia'],
        ['Miss Quartz', 'FR', 'hip hop'],
        ['Kinetik Papaya', 'BR', 'disco', 'house'],
        ['Lagos Night Ferry', 'NG', 'afrobeat'],
        ['Mondo Safran', 'BE', 'disco'],
        ['Brass Tangerine', 'US', 'soul', 'afrobeat'],
      ],
      [
        ['Les Tambours du Canal', 'BE', 'afrobeat'],
        ['Prima Cassette', 'DE', 'hip hop'],
        ['Los Relojes Verdes', 'AR', 'cumbia'],
        ['Ama Sunbird', 'GH', 'afrobeat', 'soul'],
        ['Dactylo', 'FR', 'hip hop'],
        ['Discoteca Lunare', 'IT', 'disco'],
        ['Papa Zinc Sound', 'BE', 'dub', 'afrobeat'],
      ],
      [
        ['Seven Paper Crowns', 'GB', 'hip hop'],
        ['Jacinta Rumbo', 'MX', 'cumbia'],
        ['Orchestre Mirage', 'CD', 'afrobeat'],
        ['Velours Public', 'FR', 'disco', 'synth pop'],
        ['Nia Featherstone', 'GB', 'soul', 'hip hop'],
        ['Calypso Ministry', 'TT', 'afrobeat', 'disco'],
        ['Gran Hotel Pacífico', 'PE', 'cumbia', 'disco'],
      ],
    ],
  },
  {
    key: 'canopee',
    name: 'Canopée',
    opens: '12:30',
    sets: [40, 45, 45, 50, 60, 60, 70],
    pause: 35,
    billing: [4, 4, 4, 4, 3, 3, 2],
    days: [
      [
        ['Wren Halloran', 'IE', 'folk'],
        ['Petite Ourse', 'FR', 'chanson'],
        ['Mosswater', 'NO', 'dream pop', 'ambient'],
        ['Hollow Acre', 'GB', 'folk'],
        ['Linnea Brask', 'SE', 'dream pop'],
        ['Maison Pluie', 'BE', 'chanson'],
        ['The Slow Cartographers', 'CA', 'folk', 'indie rock'],
      ],
      [
        ['Eira Fenwood', 'GB', 'folk'],
        ['Les Hirondelles Tardives', 'FR', 'chanson', 'folk'],
        ['Pale Orchard', 'NL', 'dream pop'],
        ['Tobias Quill', 'DE', 'folk'],
        ['Snowdrift Choir', 'FI', 'ambient', 'dream pop'],
        ['Aurélien Brisefer', 'FR', 'chanson'],
        ['Nightjar Assembly', 'GB', 'folk', 'dream pop'],
      ],
      [
        ['Garance et le Loup', 'BE', 'chanson'],
        ['Bramble Radio', 'GB', 'folk'],
        ['Ilse van der Lucht', 'NL', 'dream pop'],
        ['Farol Antigo', 'PT', 'folk', 'chanson'],
        ['Cedar Telephone', 'US', 'folk', 'indie rock'],
        ['Lune Ordinaire', 'FR', 'dream pop', 'chanson'],
        ['Moth & Meridian', 'IS', 'dream pop', 'ambient'],
      ],
    ],
  },
  {
    key: 'grange',
    name: 'La Grange',
    opens: '13:30',
    sets: [45, 50, 50, 60, 60, 70, 75],
    pause: 40,
    billing: [4, 4, 4, 4, 3, 3, 3],
    days: [
      [
        ['Quintette des Écluses', 'BE', 'jazz'],
        ['Blue Ladder Trio', 'NL', 'jazz'],
        ['Rootwork Dispatch', 'GB', 'dub'],
        ['Salomé Adeyinka', 'FR', 'soul', 'jazz'],
        ['Oskar Lindqvist Nonet', 'SE', 'jazz'],
        ['Echo Bakery', 'DE', 'dub'],
        ['Midnight Conservatory', 'US', 'jazz', 'soul'],
      ],
      [
        ['Zinneke Brass Club', 'BE', 'jazz', 'hip hop'],
        ['Dubplate Abbey', 'GB', 'dub'],
        ['Trio Cobalto', 'ES', 'jazz'],
        ['Marguerite Bassong', 'CM', 'soul', 'jazz'],
        ['Low Pressure Systems', 'GB', 'dub', 'ambient'],
        ['Hana Morikawa Ensemble', 'JP', 'jazz', 'ambient'],
        ['Bishop of Bass', 'JM', 'dub'],
      ],
      [
        ['Fanfare Pamplemousse', 'FR', 'jazz'],
        ['Kwartet Zuidkaai', 'BE', 'jazz'],
        ['Iron Heron', 'GB', 'dub', 'soul'],
        ['Thelma Ravenscroft', 'US', 'soul'],
        ['Sestetto Acquario', 'IT', 'jazz'],
        ['Slow Harbour Sound', 'NL', 'dub'],
        ['Ezra Lovelace Quintet', 'US', 'jazz', 'soul'],
      ],
    ],
  },
  {
    key: 'nocturne',
    name: 'Nocturne',
    opens: '20:00',
    sets: [75, 75, 75, 75, 75, 75, 90],
    pause: 0,
    billing: [4, 4, 3, 2, 2, 3, 4],
    days: [
      [
        ['Anode', 'BE', 'techno'],
        ['Kiosk Kontrol', 'DE', 'house'],
        ['Vesper Unit', 'NL', 'techno'],
        ['Marisol Vectra', 'ES', 'house', 'disco'],
        ['Graphite Choir', 'DE', 'techno'],
        ['Subterrane', 'GB', 'drum and bass'],
        ['Last Tram Home', 'BE', 'ambient', 'house'],
      ],
      [
        ['Polder Logic', 'NL', 'techno'],
        ['Ylva Nord', 'NO', 'house'],
        ['月の工場 Tsuki Kōba', 'JP', 'ambient', 'techno'],
        ['Fennec Protocol', 'FR', 'house'],
        ['Concrete Botanist', 'GB', 'techno'],
        ['Rollcage Romance', 'GB', 'drum and bass'],
        ['Dew Point', 'DK', 'ambient'],
      ],
      [
        ['Circuit Béguine', 'FR', 'house', 'disco'],
        ['Modul Mirabelle', 'DE', 'techno'],
        ['Ada Lumen', 'BE', 'house'],
        ['Hexagon Summer', 'IT', 'house', 'techno'],
        ['Northlight Foundry', 'SE', 'techno'],
        ['Twelve Volt Fox', 'GB', 'drum and bass'],
        ['Slow Sunrise Society', 'PT', 'ambient', 'house'],
      ],
    ],
  },
  {
    key: 'petit-pre',
    name: 'Petit Pré',
    opens: '11:45',
    sets: [30, 30, 35, 35, 40, 45],
    pause: 30,
    billing: [4, 4, 4, 4, 4, 4],
    days: [
      [
        ['Boîte à Sel', 'BE', 'chanson'],
        ['Juniper Hotline', 'BE', 'indie rock'],
        ['Mila Okkerse', 'NL', 'folk'],
        ['Trottoir Club', 'FR', 'hip hop'],
        ['Postcard Fever', 'BE', 'dream pop'],
        ['The Understudies of Ghent', 'BE', 'indie rock'],
      ],
      [
        ['Pollen Count', 'BE', 'indie rock', 'dream pop'],
        ['Nadège Tournesol', 'FR', 'soul'],
        ['Kleine Komeet', 'BE', 'synth pop'],
        ['Boy With Barometer', 'GB', 'folk'],
        ['Ruelle Sept', 'BE', 'hip hop'],
        ['Sugar Viaduct', 'DE', 'indie rock'],
      ],
      [
        ['Tante Électrique', 'BE', 'synth pop', 'chanson'],
        ['Harvest Machine', 'LU', 'indie rock'],
        ['Lotte Vanderbloem', 'BE', 'folk'],
        ['Soda Cathedral', 'FR', 'dream pop'],
        ['Minor Planets', 'BE', 'jazz', 'hip hop'],
        ['Goodnight Agronomy', 'NL', 'indie rock'],
      ],
    ],
  },
];

/** The acts of the smaller festival in the harbour, whose one stage floats. */
export const harbourStage: StagePlan = {
  key: 'pontoon',
  name: 'Ponton',
  opens: '17:00',
  sets: [50, 60, 60, 75, 80],
  pause: 30,
  billing: [4, 3, 3, 2, 1],
  days: [
    [
      ['Zeemist 303', 'BE', 'ambient', 'techno'],
      ['Rope & Lantern', 'GB', 'house'],
      ['Coraline Dacosta', 'PT', 'house', 'disco'],
      ['Buoy Eleven', 'DK', 'dub', 'techno'],
      ['The Tin Harbourmaster', 'NL', 'techno'],
    ],
    [
      ['Kwikzilver', 'BE', 'ambient'],
      ['Estuary Lights', 'GB', 'drum and bass'],
      ['Kapitein Glitter', 'BE', 'disco', 'house'],
      ['Sirocco Post Office', 'IT', 'techno', 'house'],
      ['Marée Basse', 'FR', 'techno'],
    ],
  ],
};
