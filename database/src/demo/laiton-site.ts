import { type Field, rectangle } from './field.ts';
import { named, numbered, sameEverywhere } from './names.ts';
import { crewPlace, placeNames, signedPlace, type SitePlace, sitePlace, spots } from './site-place.ts';

/** The site of the city festival: a square with a bandstand, a market hall beside it, a cellar under the arcades. */
export const laitonSite = (field: Field): SitePlace[] => [
  sitePlace('cornet', 'STAGE', sameEverywhere('Place du Cornet'), field.area(rectangle([0, 34], 64, 44, 4)), 3_200),
  sitePlace('verriere', 'STAGE', sameEverywhere('La Verrière'), field.area(rectangle([-118, 12], 58, 34, 94)), 900),
  sitePlace('cave', 'STAGE', sameEverywhere('Cave Bleue'), field.area(rectangle([96, -58], 26, 16, 20)), 180),
  sitePlace('bar-zinc', 'BAR', sameEverywhere('Le Zinc'), field.point([-44, 12])),
  sitePlace('bar-arcades', 'BAR', sameEverywhere('Bar des Arcades'), field.point([58, -18])),
  sitePlace('bar-cave', 'BAR', sameEverywhere('Le Soupirail'), field.point([92, -52])),
  sitePlace('food-crepes', 'FOOD', sameEverywhere('Crêpes & Contretemps'), field.point([-66, -12])),
  sitePlace('food-mezze', 'FOOD', sameEverywhere('Mezze de Samira'), field.point([-30, -30])),
  sitePlace('food-trattoria', 'FOOD', sameEverywhere('Trattoria Sotto'), field.point([24, -34])),
  sitePlace('food-fritkot', 'FOOD', sameEverywhere('Fritkot du Coin'), field.point([52, 30])),
  sitePlace('merch-vinyl', 'CUSTOM', sameEverywhere('Disques sous les Arcades'), field.point([76, -30])),
  ...spots(field, 'TOILET', placeNames.toilets, [
    [-88, -20],
    [84, 6],
  ]),
  ...spots(field, 'ACCESSIBLE_TOILET', placeNames.accessible, [[-82, -20]]),
  ...spots(field, 'WATER', placeNames.water, [
    [-8, -6],
    [70, 10],
  ]),
  ...spots(field, 'FIRST_AID', placeNames.firstAid, [[40, 6]]),
  ...spots(field, 'AED', placeNames.defibrillator, [[-96, 2]]),
  sitePlace('entrance-1', 'ENTRANCE', numbered(placeNames.entrance, 1), field.point([-10, -66])),
  sitePlace('entrance-2', 'ENTRANCE', numbered(placeNames.entrance, 2), field.point([-150, 30])),
  sitePlace('exit-1', 'EXIT', numbered(placeNames.exit, 1), field.point([110, 40])),
  sitePlace(
    'meeting',
    'MEETING_POINT',
    named('The bandstand | Le kiosque | Der Pavillon | El quiosco | Il chiosco | O coreto'),
    field.point([0, 0]),
  ),
  signedPlace(
    'square',
    'FENCE',
    'TEAL',
    named('Square | Place | Platz | Plaza | Piazza | Praça'),
    field.area(rectangle([0, 8], 130, 110, 4)),
  ),
  signedPlace(
    'arcades',
    'PATH',
    'ORANGE',
    named('Arcades | Arcades | Arkaden | Soportales | Portici | Arcadas'),
    field.line([
      [-64, -46],
      [0, -44],
      [64, -40],
      [98, -48],
    ]),
  ),
  signedPlace(
    'tram',
    'BUS',
    'BLUE',
    named('Tram stop | Arrêt de tram | Tramhalt | Parada de tranvía | Fermata del tram | Paragem de elétrico'),
    field.point([-24, -86]),
  ),
  signedPlace(
    'piano',
    'ART',
    'VIOLET',
    named(
      'A piano for all | Un piano pour tous | Ein Klavier für alle | Un piano para todos | Un piano per tutti | Um piano para todos',
    ),
    field.point([22, -8]),
  ),
  sitePlace(
    'parking-bikes',
    'PARKING',
    named('Bicycles | Vélos | Fahrräder | Bicicletas | Biciclette | Bicicletas'),
    field.area(rectangle([-60, -78], 30, 14, 4)),
    220,
  ),
  crewPlace(
    'backstage',
    'SECURITY',
    'RED',
    sameEverywhere('Backstage Cornet'),
    field.area(rectangle([0, 66], 50, 16, 4)),
  ),
];
