import type { DemoFestival } from './festivals.ts';
import type { Row } from './insert-rows.ts';
import type { Random } from './seeded-random.ts';

const crews: readonly (readonly [crew: string, names: readonly string[]])[] = [
  ['Accueil', ['Maëlle Ferrand', 'Oskar Lindqvist', 'Pia Hoffmann', 'Sofia Barros']],
  ['Bar', ['Amine Khelil', 'Lotte Verbruggen', 'Tiago Moreira', 'Élodie Simon', 'Marco Bellini']],
  ['Propreté', ['Yara Nassar', 'Jef Peeters', 'Ines Navarro']],
];

/** Those who help at a festival of the demo; the first of them is its member of staff. */
export const volunteerRows = (random: Random, festival: DemoFestival, at: Date): Row[] =>
  [['Accueil', ['Jonas Brandt']] as const, ...crews].flatMap(([crew, names], group) =>
    names.map((name, index) => ({
      festival_id: festival.id,
      id: random.id(at),
      email: group === 0 ? 'staff@demo.example' : `${addressOf(name)}@volunteers.example`,
      name,
      crew,
      phone: index % 2 === 0 ? `+3247000${String(group)}${String(index).padStart(2, '0')}0` : null,
      version: 1,
      created_at: at,
    })),
  );

const addressOf = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .replaceAll(' ', '.');
