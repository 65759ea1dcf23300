import { addDays } from '@festivals/domain/calendar';
import type { DemoFestival } from './festivals.ts';
import type { Row } from './insert-rows.ts';
import { named } from './names.ts';
import type { Random } from './seeded-random.ts';

/** What a festival of the demo asks of its buyers: how they come, while buying; what they do not eat, later. Nobody has to answer. */
export function askedRows(random: Random, festival: DemoFestival, opened: Date): Row[] {
  const option = (names: string) => ({ id: random.id(opened), name: named(names) });
  const question = {
    kind: 'TEXT',
    required: false,
    ticketTypeIds: [],
    condition: null,
    options: [],
    active: true,
    help: {},
  };
  const questions = [
    {
      ...question,
      id: random.id(opened),
      of: 'ORDER',
      at: 'CHECKOUT',
      kind: 'ONE_OF',
      label: named(
        'How do you come? | Comment venez-vous ? | Wie kommst du? | ¿Cómo vienes? | Come vieni? | Como vem?',
      ),
      help: named(
        'So that there are enough shuttles. | Pour prévoir assez de navettes. | Damit genug Shuttles fahren. | Para que haya suficientes lanzaderas. | Perché ci siano abbastanza navette. | Para haver transportes suficientes.',
      ),
      options: [
        option(
          'By train and shuttle | En train et navette | Mit Zug und Shuttle | En tren y lanzadera | In treno e navetta | De comboio e shuttle',
        ),
        option('By bicycle | À vélo | Mit dem Rad | En bicicleta | In bicicletta | De bicicleta'),
        option('By car | En voiture | Mit dem Auto | En coche | In auto | De carro'),
      ],
    },
    {
      ...question,
      id: random.id(opened),
      of: 'TICKET',
      at: 'LATER',
      label: named(
        'What can you not eat? | Que ne pouvez-vous pas manger ? | Was verträgst du nicht? | ¿Qué no puedes comer? | Che cosa non puoi mangiare? | O que não pode comer?',
      ),
    },
  ];
  const changesUntil = `${addDays(festival.days[0] ?? '', -7)}T10:00:00.000Z`;
  const asked = { names: 'OPTIONAL', changesUntil, questions, minors: [] };
  return [{ festival_id: festival.id, asked, version: 1 }];
}
