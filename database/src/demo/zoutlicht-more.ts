import { type Field, type Metres, rectangle } from './field.ts';
import { named, numbered, sameEverywhere } from './names.ts';
import { crewPlace, placeNames, signedPlace, type SitePlace, sitePlace, spots } from './site-place.ts';

/** Points along the quay, evenly. */
const along = (count: number, north: number): Metres[] =>
  Array.from({ length: count }, (_, at): Metres => [-130 + (at * 260) / (count - 1), north]);

/** What lines a quay: lamps, bins, bicycles, and what the crew alone sees. */
export const zoutlichtMore = (field: Field): SitePlace[] => [
  signedPlace('promenade', 'PATH', 'BLUE', sameEverywhere('Kaai'), field.line(along(8, -4))),
  signedPlace(
    'dock',
    'FENCE',
    'TEAL',
    named('Dock | Bassin | Becken | Dársena | Darsena | Doca'),
    field.area(rectangle([0, 45], 260, 70, 3)),
  ),
  sitePlace(
    'parking',
    'PARKING',
    numbered(placeNames.parking, 'P'),
    field.area(rectangle([-60, -90], 120, 50, 5)),
    140,
  ),
  ...along(24, -6).map((where, at) =>
    signedPlace(
      `lamp-${at + 1}`,
      'LIGHT',
      'YELLOW',
      numbered(named('Lamp | Lampe | Lampe | Farola | Lampione | Candeeiro'), at + 1),
      field.point(where),
    ),
  ),
  ...along(6, -14).map((where, at) =>
    signedPlace(
      `bins-${at + 1}`,
      'RECYCLING',
      'GREEN',
      numbered(named('Recycling | Recyclage | Recycling | Reciclaje | Riciclo | Reciclagem'), at + 1),
      field.point(where),
    ),
  ),
  ...along(4, -26).map((where, at) =>
    signedPlace(
      `bikes-${at + 1}`,
      'BICYCLE',
      'GREY',
      numbered(named('Bicycles | Vélos | Fahrräder | Bicicletas | Biciclette | Bicicletas'), at + 1),
      field.point(where),
    ),
  ),
  ...spots(field, 'AED', placeNames.defibrillator, [[-30, -10], [60, 6]]), // prettier-ignore
  ...spots(field, 'TOILET', placeNames.toilets, [[90, -12], [40, -30]], 2), // prettier-ignore
  ...spots(field, 'WATER', placeNames.water, [[-70, -8], [80, 2]], 2), // prettier-ignore
  ...spots(field, 'EXIT', placeNames.exit, [[-125, 0], [0, -40]], 2), // prettier-ignore
  crewPlace('pier', 'SECURITY', 'RED', named('Crew pier | Quai du personnel | Personalsteg | Muelle del equipo | Molo della squadra | Cais da equipa'), field.line([[30, 30], [60, 60]])), // prettier-ignore
  crewPlace(
    'rescue-boat',
    'WARNING',
    'RED',
    named('Rescue boat | Bateau de secours | Rettungsboot | Bote de rescate | Barca di soccorso | Barco de socorro'),
    field.point([-50, 40]),
  ),
  crewPlace(
    'power',
    'POWER',
    'YELLOW',
    named('Shore power | Prise de quai | Landstrom | Toma de tierra | Presa di banchina | Energia de terra'),
    field.point([100, 20]),
  ),
  crewPlace(
    'office',
    'OFFICE',
    'GREY',
    named('Harbour office | Capitainerie | Hafenbüro | Capitanía | Capitaneria | Capitania'),
    field.point([-115, -40]),
  ),
];
