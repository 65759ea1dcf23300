import { slugOf } from './programme.ts';
import type { Random } from './seeded-random.ts';

export interface Buyer {
  name: string;
  email: string;
  language: 'fr' | 'en' | 'de' | 'es' | 'it' | 'pt';
}

interface Origin {
  language: Buyer['language'];
  /** How many of a hundred buyers come from here. */
  share: number;
  first: readonly string[];
  last: readonly string[];
}

const words = (text: string): string[] => text.split(' ');

const origins: readonly Origin[] = [
  {
    language: 'fr',
    share: 49,
    first: words(
      'Camille Louise Hugo Jules Manon Emma Théo Lucas Chloé Inès Nathan Zoé Arthur Margaux Simon Élise Antoine Sarah Maxime Juliette Youssef Amina',
    ),
    last: words(
      'Dubois Lambert Dupont Martin Simon Laurent Lejeune Renard Gérard Michel Fontaine Mercier Collard Hubert Delcourt Marchal Bodart Noël Bensaïd Diallo',
    ),
  },
  {
    language: 'en',
    share: 22,
    first: words(
      'Lotte Jef Noor Wout Fien Bram Elise Lars Saar Daan Amber Seppe Olivia Harry Amelia Jack Freya George Isla Aoife',
    ),
    last: words(
      'Peeters Janssens Maes Jacobs Willems Claes Goossens Wouters Vermeulen Hendrickx Taylor Walker Hughes Murphy Bennett Clarke Ward Foster',
    ),
  },
  {
    language: 'de',
    share: 14,
    first: words('Leon Mia Jonas Hannah Finn Lea Paul Emilia Felix Clara Moritz Johanna Elif Emre'),
    last: words('Müller Schmidt Schneider Fischer Weber Becker Hoffmann Koch Richter Wolf Neumann Yılmaz Krause'),
  },
  {
    language: 'es',
    share: 6,
    first: words('Lucía Mateo Sofía Pablo Carmen Diego Marta Álvaro'),
    last: words('García Fernández Ruiz Ortega Molina Navarro Serrano Iglesias'),
  },
  {
    language: 'it',
    share: 5,
    first: words('Giulia Lorenzo Chiara Matteo Francesca Davide Elena Pietro'),
    last: words('Rossi Bianchi Ferrari Esposito Conti Greco Marino Gallo'),
  },
  {
    language: 'pt',
    share: 4,
    first: words('Inês Tiago Beatriz Duarte Leonor Rui Mariana Gonçalo'),
    last: words('Silva Ferreira Oliveira Sousa Marques Almeida Teixeira Pinto'),
  },
];

/** Somebody who buys; the address is on a domain that can never receive mail. */
export function someBuyer(random: Random): Buyer {
  const { language, first, last } = random.weighted(origins, (origin) => origin.share);
  const name = `${random.pick(first)} ${random.pick(last)}`;
  return { name, language, email: `${slugOf(name).replace('-', '.')}${random.whole(1, 999)}@mail.example` };
}
