import type { StagePlan } from './line-up.ts';

/** The acts of the city festival: a square, a market hall and a cellar. */
export const laitonStages: readonly StagePlan[] = [
  {
    key: 'cornet',
    name: 'Place du Cornet',
    opens: '15:00',
    sets: [50, 60, 70, 80],
    pause: 40,
    billing: [4, 3, 2, 1],
    days: [
      [
        ['Fanfare du Pont Neuf', 'BE', 'jazz'],
        ['Odette Marlowe & the Late Shift', 'US', 'soul', 'jazz'],
        ['Kofi Brenner Big Band', 'GH', 'afrobeat', 'jazz'],
        ['Cecily Vance', 'US', 'jazz'],
      ],
      [
        ['Les Anches Rebelles', 'FR', 'jazz'],
        ['Tramway 81', 'BE', 'soul'],
        ['Orquesta Medianoche', 'CU', 'jazz', 'cumbia'],
        ['Aurelio Fontanarossa', 'IT', 'jazz'],
      ],
      [
        ['École du Dimanche', 'BE', 'jazz'],
        ['Pearl & the Steamfitters', 'US', 'soul'],
        ['Lagos Night School', 'NG', 'afrobeat'],
        ['Montreuve Jazz Orchestra', 'BE', 'jazz'],
      ],
    ],
  },
  {
    key: 'verriere',
    name: 'La Verrière',
    opens: '16:30',
    sets: [50, 60, 60, 75],
    pause: 30,
    billing: [4, 3, 3, 2],
    days: [
      [
        ['Trio Papillon de Nuit', 'FR', 'jazz'],
        ['Ingrid Solheim Quartet', 'NO', 'jazz', 'ambient'],
        ['Baptiste Okonjo', 'FR', 'jazz', 'soul'],
        ['Ruby Castellane', 'FR', 'chanson', 'jazz'],
      ],
      [
        ['Quatuor à Vent Debout', 'BE', 'jazz'],
        ['Yuki Tanabe Solo', 'JP', 'jazz', 'ambient'],
        ['The Velvet Tariff', 'GB', 'jazz'],
        ['Delphine Arcos', 'ES', 'jazz', 'chanson'],
      ],
      [
        ['Harmonie des Docks', 'BE', 'jazz'],
        ['Stan Polkowski Trio', 'PL', 'jazz'],
        ['Mireille Sansregret', 'CA', 'chanson'],
        ['Nine Bridges Ensemble', 'DE', 'jazz', 'ambient'],
      ],
    ],
  },
  {
    key: 'cave',
    name: 'Cave Bleue',
    opens: '20:30',
    sets: [60, 60, 70, 80],
    pause: 20,
    billing: [4, 3, 3, 4],
    days: [
      [
        ['Low Ceiling Trio', 'BE', 'jazz'],
        ['Hector Quill', 'GB', 'jazz', 'hip hop'],
        ['Smoke Permit', 'US', 'jazz', 'dub'],
        ['Jam de Minuit', 'BE', 'jazz'],
      ],
      [
        ['Paupière Club', 'FR', 'jazz', 'house'],
        ['Augusta Bell', 'US', 'soul'],
        ['Nuits Blanches Noires', 'BE', 'jazz', 'hip hop'],
        ['Vibraphone Véronique', 'BE', 'jazz'],
      ],
      [
        ['Bas-Fonds Quintet', 'LU', 'jazz'],
        ['Sam Cardamom', 'GB', 'soul', 'jazz'],
        ['Contrebasse Majeure', 'CH', 'jazz'],
        ['The Last Number', 'BE', 'jazz'],
      ],
    ],
  },
];
