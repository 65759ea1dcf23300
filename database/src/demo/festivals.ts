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
  genres: readonly string[];
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
  genres: ['folk', 'indie rock', 'chanson', 'afrobeat', 'house'],
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
  genres: ['folk', 'chanson'],
  theme: { seed: 77, palette: 'dawn' },
  status: 'DRAFT',
} as const;

const zoutlicht = {
  slug: 'zoutlicht',
  name: 'Zoutlicht',
  tagline: named(
    'Two nights of electricity over black water | Deux nuits d’électricité sur l’eau noire | Zwei Nächte Strom über schwarzem Wasser | Dos noches de electricidad sobre el agua negra | Due notti di elettricità sull’acqua nera | Duas noites de eletricidade sobre a água negra',
  ),
  description: {
    en: 'A pontoon, ten live sets and a harbour full of light: when the cranes stop, the lasers start. Zoutlicht is small on purpose: who comes hears every set, until the tide turns.',
    fr: 'Un ponton, dix sets live et un port plein de lumière : quand les grues s’arrêtent, les lasers commencent. Zoutlicht est petit exprès : qui vient entend tous les sets, jusqu’à la marée.',
    de: 'Ein Ponton, zehn Live-Sets und ein Hafen voller Licht: Wenn die Kräne stillstehen, beginnen die Laser. Zoutlicht ist mit Absicht klein: Wer kommt, hört jedes Set, bis die Flut kommt.',
    es: 'Un pontón, diez sets en directo y un puerto lleno de luz: cuando paran las grúas, empiezan los láseres. Zoutlicht es pequeño a propósito: quien viene oye todos los sets, hasta que cambia la marea.',
    it: 'Un pontone, dieci live set e un porto pieno di luce: quando le gru si fermano, cominciano i laser. Zoutlicht è piccolo apposta: chi viene ascolta ogni set, finché gira la marea.',
    pt: 'Um pontão, dez sets ao vivo e um porto cheio de luz: quando as gruas param, começam os lasers. O Zoutlicht é pequeno de propósito: quem vem ouve todos os sets, até a maré virar.',
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
  genres: ['techno', 'house', 'ambient', 'drum and bass'],
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

const laiton = {
  slug: 'laiton',
  name: 'Laiton',
  tagline: named(
    'Three days in which a whole city swings | Trois jours où toute une ville swingue | Drei Tage, in denen eine ganze Stadt swingt | Tres días en los que toda una ciudad baila swing | Tre giorni in cui un’intera città va a swing | Três dias em que uma cidade inteira tem swing',
  ),
  description: {
    en: 'Brass on the square, a piano under the glass of the old market, and a cellar where nobody looks at the clock. In October Laiton fills the city of Montreuve with jazz: forty bands, three stages five minutes apart, and a last number that always comes too soon.',
    fr: 'Des cuivres sur la place, un piano sous la verrière du vieux marché et une cave où personne ne regarde l’heure. En octobre, Laiton remplit Montreuve de jazz : quarante groupes, trois scènes à cinq minutes l’une de l’autre, et un dernier morceau qui vient toujours trop tôt.',
    de: 'Blech auf dem Platz, ein Flügel unter dem Glas der alten Markthalle und ein Keller, in dem niemand auf die Uhr sieht. Im Oktober füllt Laiton die Stadt Montreuve mit Jazz: vierzig Bands, drei Bühnen, fünf Minuten voneinander, und ein letztes Stück, das immer zu früh kommt.',
    es: 'Metales en la plaza, un piano bajo el cristal del viejo mercado y un sótano donde nadie mira el reloj. En octubre Laiton llena Montreuve de jazz: cuarenta bandas, tres escenarios a cinco minutos unos de otros y un último tema que siempre llega demasiado pronto.',
    it: 'Ottoni sulla piazza, un pianoforte sotto il vetro del vecchio mercato e una cantina dove nessuno guarda l’orologio. In ottobre Laiton riempie Montreuve di jazz: quaranta gruppi, tre palchi a cinque minuti l’uno dall’altro, e un ultimo brano che arriva sempre troppo presto.',
    pt: 'Metais na praça, um piano sob o vidro do velho mercado e uma cave onde ninguém olha para o relógio. Em outubro o Laiton enche Montreuve de jazz: quarenta bandas, três palcos a cinco minutos uns dos outros e uma última peça que chega sempre cedo demais.',
  },
  place: {
    name: 'Place du Cornet',
    address: 'Place du Cornet 1',
    city: 'Montreuve',
    country: 'BE',
    latitude: 50.4672,
    longitude: 4.8719,
  },
  languages: ['fr', 'en', 'de', 'es', 'it', 'pt'],
  genres: ['jazz', 'soul', 'afrobeat', 'chanson'],
  theme: {
    seed: 1_935,
    palette: 'brass',
    artwork: 'brass',
    typeface: 'tall',
    corners: 'pill',
    lettering: 'capitals',
    layout: 'bill',
  },
  status: 'PUBLISHED',
} as const;

/** The festivals of the demo; the dates of the smaller ones follow from those of the first. */
export function demoFestivals(
  base: Date,
  newId: () => string,
): Record<'solbrume' | 'winter' | 'zoutlicht' | 'laiton', DemoFestival> {
  const first = nextSolbrume(base);
  const days = (start: number, count: number) => Array.from({ length: count }, (_, day) => addDays(first, start + day));
  const saturdayInAugust = 36;
  const fridayInOctober = 77;
  const saturdayInFebruary = 211;
  return {
    solbrume: { id: newId(), ...solbrume, days: days(0, 3) },
    winter: { id: newId(), ...winter, days: days(saturdayInFebruary, 1) },
    zoutlicht: { id: newId(), ...zoutlicht, days: days(saturdayInAugust, 2) },
    laiton: { id: newId(), ...laiton, days: days(fridayInOctober, 3) },
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
