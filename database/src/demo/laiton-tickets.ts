import type { DemoInventory } from './inventory.ts';
import { named } from './names.ts';
import { culture, type DemoTicketType, standard } from './ticket-types.ts';

const oneDay = named(
  'One day on the square and in the hall. | Un jour sur la place et sous la verrière. | Ein Tag auf dem Platz und in der Halle. | Un día en la plaza y en el mercado. | Un giorno in piazza e nel mercato. | Um dia na praça e no mercado.',
);
const day = (name: string, capacity: number, demand: number): DemoTicketType => ({
  name: named(name),
  description: oneDay,
  price: 3_900,
  vat: culture,
  capacity,
  maxPerOrder: 8,
  demand,
  spare: 60,
  variations: [
    {
      name: named('Full price | Plein tarif | Vollpreis | Precio normal | Intero | Preço normal'),
      price: 3_900,
      share: 76,
    },
    {
      name: named('Student | Étudiant | Studierende | Estudiante | Studente | Estudante'),
      price: 2_400,
      share: 24,
    },
  ],
});

export const laitonTypes: readonly DemoTicketType[] = [
  {
    name: named('Three days | Trois jours | Drei Tage | Tres días | Tre giorni | Três dias'),
    description: named(
      'Square, hall and cellar from Friday to Sunday. | Place, verrière et cave, du vendredi au dimanche. | Platz, Halle und Keller von Freitag bis Sonntag. | Plaza, mercado y sótano de viernes a domingo. | Piazza, mercato e cantina da venerdì a domenica. | Praça, mercado e cave de sexta a domingo.',
    ),
    price: 9_600,
    vat: culture,
    capacity: 1_200,
    maxPerOrder: 6,
    demand: 8,
    spare: 200,
  },
  day('Friday | Vendredi | Freitag | Viernes | Venerdì | Sexta-feira', 700, 4),
  day('Saturday | Samedi | Samstag | Sábado | Sabato | Sábado', 700, 6),
  day('Sunday | Dimanche | Sonntag | Domingo | Domenica | Domingo', 700, 3),
  {
    name: named(
      'A table in the cellar | Une table à la cave | Ein Tisch im Keller | Una mesa en el sótano | Un tavolo in cantina | Uma mesa na cave',
    ),
    description: named(
      'One night in the Cave Bleue, seated, with a glass of something sparkling. | Une nuit à la Cave Bleue, assis, avec une coupe de bulles. | Eine Nacht in der Cave Bleue, am Tisch, mit einem Glas Sekt. | Una noche en la Cave Bleue, sentados, con una copa de espumoso. | Una notte alla Cave Bleue, seduti, con un calice di spumante. | Uma noite na Cave Bleue, sentado, com uma taça de espumante.',
    ),
    price: 6_400,
    vat: standard,
    capacity: 240,
    maxPerOrder: 4,
    demand: 3,
    spare: 12,
  },
];

export const laitonInventory: DemoInventory = {
  groups: [{ name: named('One day | Un jour | Ein Tag | Un día | Un giorno | Um dia'), types: [1, 2, 3] }],
  quotas: [],
  options: [
    {
      kind: 'LOCKER',
      name: named('Cloakroom | Vestiaire | Garderobe | Guardarropa | Guardaroba | Bengaleiro'),
      description: named(
        'For your coat, and your trumpet. | Pour votre manteau, et votre trompette. | Für deinen Mantel und deine Trompete. | Para tu abrigo y tu trompeta. | Per il cappotto, e per la tromba. | Para o seu casaco, e o seu trompete.',
      ),
      price: 300,
      capacity: 500,
      needsTicket: true,
      most: 2,
      types: [],
      taken: 60,
    },
  ],
};
