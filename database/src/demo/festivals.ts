import { addDays, dateIn } from '@festivals/domain/calendar';
import type { Theme } from '@festivals/domain/festival/contract';
import { named, type Names, sameEverywhere } from './names.ts';

/** A festival of the demo as it is written into the database, with its days. */
export interface DemoFestival {
  id: string;
  slug: string;
  name: string;
  tagline: Names;
  description: Names;
  days: readonly string[];
  place: { name: string; address: string; city: string; country: string; latitude: number; longitude: number };
  languages: readonly string[];
  theme: Theme;
  status: 'DRAFT' | 'PUBLISHED';
}

export const zone = 'Europe/Brussels';
export const currency = 'EUR';

/** The first day of the next Solbrume: the third Friday of July, at least three weeks away. */
export function nextSolbrume(base: Date): string {
  const today = dateIn(base, zone);
  const year = Number(today.slice(0, 4));
  const soon = thirdFridayOfJuly(year);
  return soon >= addDays(today, 21) ? soon : thirdFridayOfJuly(year + 1);
}

function thirdFridayOfJuly(year: number): string {
  const weekday = new Date(Date.UTC(year, 6, 1)).getUTCDay();
  const friday = 5;
  return addDays(`${year}-07-01`, ((friday - weekday + 7) % 7) + 14);
}

const solbrume = {
  slug: 'solbrume',
  name: 'Solbrume',
  tagline: {
    en: 'Three nights between the mist and the sun',
    fr: 'Trois nuits entre la brume et le soleil',
    de: 'Drei Nächte zwischen Nebel und Sonne',
    es: 'Tres noches entre la niebla y el sol',
    it: 'Tre notti tra la bruma e il sole',
    pt: 'Três noites entre a bruma e o sol',
  },
  description: {
    en: 'Every July the meadows along the Valette wake up to music. Six stages, a hundred and twenty artists, kitchens from five continents and a camp site under open stars: Solbrume begins when the mist lifts and ends when it comes back. Children play until sunset, the night belongs to the Nocturne.',
    fr: 'Chaque juillet, les prés de la Valette s’éveillent en musique. Six scènes, cent vingt artistes, des cuisines de cinq continents et un camping à la belle étoile : Solbrume commence quand la brume se lève et finit quand elle revient. Les enfants jouent jusqu’au coucher du soleil, la nuit appartient à la Nocturne.',
    de: 'Jeden Juli erwachen die Wiesen an der Valette mit Musik. Sechs Bühnen, hundertzwanzig Acts, Küchen aus fünf Kontinenten und ein Zeltplatz unter offenem Himmel: Solbrume beginnt, wenn der Nebel steigt, und endet, wenn er wiederkommt. Kinder spielen bis zum Sonnenuntergang, die Nacht gehört der Nocturne.',
    es: 'Cada julio los prados del Valette despiertan con música. Seis escenarios, ciento veinte artistas, cocinas de cinco continentes y un camping bajo las estrellas: Solbrume empieza cuando se levanta la niebla y acaba cuando vuelve. Los niños juegan hasta la puesta de sol; la noche es de la Nocturne.',
    it: 'Ogni luglio i prati lungo la Valette si svegliano con la musica. Sei palchi, centoventi artisti, cucine di cinque continenti e un campeggio sotto le stelle: Solbrume comincia quando si alza la bruma e finisce quando torna. I bambini giocano fino al tramonto, la notte è della Nocturne.',
    pt: 'Todos os anos, em julho, os prados do Valette acordam com música. Seis palcos, cento e vinte artistas, cozinhas de cinco continentes e um parque de campismo sob as estrelas: o Solbrume começa quando a bruma se levanta e acaba quando ela volta. As crianças brincam até ao pôr do sol; a noite é da Nocturne.',
  },
  place: {
    name: 'Prés de la Valette',
    address: 'Chemin des Saules 1',
    city: 'Valbrume',
    country: 'BE',
    latitude: 50.6184,
    longitude: 4.7342,
  },
  languages: ['fr', 'en', 'de', 'es', 'it', 'pt'],
  theme: {
    seed: 20_417,
    palette: 'meadow',
    artwork: 'valley',
    typeface: 'storybook',
    corners: 'round',
    lettering: 'plain',
    rhythm: 'airy',
  },
  status: 'PUBLISHED',
} as const;

const winter = {
  slug: 'solbrume-hiver',
  name: 'Solbrume d’hiver',
  tagline: { ...sameEverywhere(''), fr: 'Une nuit de braises et de cuivres', en: 'A night of embers and brass' },
  description: sameEverywhere(''),
  place: {
    name: 'La Grange aux Dîmes',
    address: 'Place du Moulin 4',
    city: 'Valbrume',
    country: 'BE',
    latitude: 50.6121,
    longitude: 4.7298,
  },
  languages: ['fr', 'en'],
  theme: { seed: 77, palette: 'dawn' },
  status: 'DRAFT',
} as const;

const zoutlicht = {
  slug: 'zoutlicht',
  name: 'Zoutlicht',
  tagline: named(
    'Two evenings of music on the water | Deux soirées de musique sur l’eau | Zwei Abende Musik auf dem Wasser | Dos noches de música sobre el agua | Due sere di musica sull’acqua | Duas noites de música sobre a água',
  ),
  description: {
    en: 'A pontoon, ten bands, lanterns on the quay and the tide as the only clock. Zoutlicht is small on purpose: who comes hears every concert.',
    fr: 'Un ponton, dix groupes, des lanternes sur le quai et la marée pour seule horloge. Zoutlicht est petit exprès : qui vient entend tous les concerts.',
    de: 'Ein Ponton, zehn Bands, Laternen am Kai und die Flut als einzige Uhr. Zoutlicht ist mit Absicht klein: Wer kommt, hört jedes Konzert.',
    es: 'Un pontón, diez grupos, farolillos en el muelle y la marea como único reloj. Zoutlicht es pequeño a propósito: quien viene oye todos los conciertos.',
    it: 'Un pontone, dieci gruppi, lanterne sul molo e la marea come unico orologio. Zoutlicht è piccolo apposta: chi viene ascolta ogni concerto.',
    pt: 'Um pontão, dez bandas, lanternas no cais e a maré como único relógio. O Zoutlicht é pequeno de propósito: quem vem ouve todos os concertos.',
  },
  place: {
    name: 'Oude Visserskaai',
    address: 'Visserskaai 12',
    city: 'Oosterhaven',
    country: 'BE',
    latitude: 51.2873,
    longitude: 3.0521,
  },
  languages: ['en', 'fr', 'de'],
  theme: {
    seed: 3_905,
    palette: 'midnight',
    artwork: 'city',
    typeface: 'wide',
    corners: 'sharp',
    lettering: 'small',
    layout: 'left',
    rhythm: 'close',
    light: 'night',
  },
  status: 'PUBLISHED',
} as const;

/** The three festivals of the demo; the dates of the smaller two follow from those of the first. */
export function demoFestivals(
  base: Date,
  newId: () => string,
): { solbrume: DemoFestival; winter: DemoFestival; zoutlicht: DemoFestival } {
  const first = nextSolbrume(base);
  const days = (start: number, count: number) => Array.from({ length: count }, (_, day) => addDays(first, start + day));
  const saturdayInAugust = 36;
  const saturdayInFebruary = 211;
  return {
    solbrume: { id: newId(), ...solbrume, days: days(0, 3) },
    winter: { id: newId(), ...winter, days: days(saturdayInFebruary, 1) },
    zoutlicht: { id: newId(), ...zoutlicht, days: days(saturdayInAugust, 2) },
  };
}

/** The festival's row of the table. */
export function festivalRow(festival: DemoFestival, createdAt: Date) {
  const { days, ...rest } = festival;
  return {
    ...rest,
    starts_on: days.at(0),
    ends_on: days.at(-1),
    zone,
    currency,
    created_at: createdAt,
    published_at: festival.status === 'DRAFT' ? null : createdAt,
  };
}
