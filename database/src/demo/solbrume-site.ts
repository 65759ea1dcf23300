import { fan, type Field, type Metres, rectangle } from './field.ts';
import { named, numbered, sameEverywhere } from './names.ts';
import { solbrumeMore } from './solbrume-more.ts';
import { placeNames, type SitePlace, sitePlace, spots } from './site-place.ts';

const bars: ReadonlyArray<readonly [key: string, name: string, at: Metres]> = [
  ['bar-brume-west', 'Bar des Saules', [-95, 40]],
  ['bar-brume-east', 'Bar du Ruisseau', [95, 45]],
  ['bar-soleil', 'Buvette du Soleil', [255, 10]],
  ['bar-canopee', 'Cidrerie', [-300, 170]],
  ['bar-grange', 'Comptoir de la Grange', [-235, -95]],
  ['bar-nocturne', 'Bar de Nuit', [320, 205]],
  ['bar-wine', 'Cave à Ciel Ouvert', [-20, -70]],
  ['bar-coffee', 'Torréfacteur', [40, -130]],
];

const kitchens: ReadonlyArray<readonly [key: string, name: string, at: Metres]> = [
  ['food-fries', 'Fritkot Royal', [60, -60]],
  ['food-pizza', 'Forno Bosco', [80, -75]],
  ['food-vegan', 'Verte Folie', [100, -60]],
  ['food-grill', 'Braise', [120, -80]],
  ['food-thai', 'Wok Volant', [140, -60]],
  ['food-lebanon', 'Chez Samira', [160, -80]],
  ['food-waffle', 'Gaufres & Cie', [-60, -85]],
  ['food-burger', 'Ferme du Coin', [-85, -70]],
  ['food-mexico', 'Taco Luz', [-110, -88]],
  ['food-senegal', 'Teranga', [-135, -70]],
  ['food-ice', 'Glaces Étoile', [200, -20]],
  ['food-breakfast', 'Petit Matin', [-330, -190]],
];

/** The site of the demo festival: a stream's meadow between a wood and two country roads. */
export function solbrumeSite(field: Field): SitePlace[] {
  return [
    sitePlace('brume', 'STAGE', sameEverywhere('Brume'), field.area(fan([0, 190], 46, 165)), 14_000),
    sitePlace('soleil', 'STAGE', sameEverywhere('Soleil'), field.area(fan([215, 125], 30, 95, 35)), 6_000),
    sitePlace('canopee', 'STAGE', sameEverywhere('Canopée'), field.area(fan([-255, 245], 20, 70, -30)), 2_500),
    sitePlace('grange', 'STAGE', sameEverywhere('La Grange'), field.area(rectangle([-265, -55], 62, 34, 12)), 1_800),
    sitePlace('nocturne', 'STAGE', sameEverywhere('Nocturne'), field.area(rectangle([330, 260], 80, 55, -20)), 4_000),
    sitePlace('petit-pre', 'STAGE', sameEverywhere('Petit Pré'), field.area(fan([120, -135], 12, 45, 160)), 900),
    ...bars.map(([key, name, at]) => sitePlace(key, 'BAR', sameEverywhere(name), field.point(at))),
    ...kitchens.map(([key, name, at]) => sitePlace(key, 'FOOD', sameEverywhere(name), field.point(at))),
    ...spots(field, 'TOILET', placeNames.toilets, [
      [-130, 85],
      [165, 60],
      [-20, -150],
      [360, 170],
    ]),
    ...spots(field, 'ACCESSIBLE_TOILET', placeNames.accessible, [
      [-118, 85],
      [-8, -150],
    ]),
    ...spots(field, 'WATER', placeNames.water, [
      [-60, 25],
      [70, 20],
      [-250, 120],
      [280, 190],
    ]),
    ...spots(field, 'FIRST_AID', placeNames.firstAid, [
      [0, -30],
      [250, 150],
    ]),
    ...spots(field, 'AED', placeNames.defibrillator, [
      [-200, 60],
      [30, 205],
    ]),
    sitePlace(
      'camping',
      'CAMPING',
      sameEverywhere('Camping des Étoiles'),
      field.area([
        [-520, -130],
        [-350, -140],
        [-320, -330],
        [-470, -380],
        [-545, -280],
      ]),
      5_000,
    ),
    sitePlace(
      'parking-north',
      'PARKING',
      numbered(placeNames.parking, 'P1'),
      field.area(rectangle([60, 430], 260, 110, 4)),
      2_200,
    ),
    sitePlace(
      'parking-south',
      'PARKING',
      numbered(placeNames.parking, 'P2'),
      field.area(rectangle([180, -370], 300, 120, -6)),
      3_100,
    ),
    sitePlace('entrance-1', 'ENTRANCE', numbered(placeNames.entrance, 1), field.point([40, -235])),
    sitePlace('entrance-2', 'ENTRANCE', numbered(placeNames.entrance, 2), field.point([-355, -60])),
    sitePlace('exit-1', 'EXIT', numbered(placeNames.exit, 1), field.point([70, -235])),
    sitePlace('exit-2', 'EXIT', numbered(placeNames.exit, 2), field.point([50, 350])),
    sitePlace(
      'charging',
      'CHARGING',
      named(
        'Charging point | Recharge des téléphones | Ladestation | Carga de móviles | Ricarica telefoni | Carregar telemóveis',
      ),
      field.point([-45, -110]),
    ),
    sitePlace(
      'info',
      'LOST_PROPERTY',
      named(
        'Info and lost property | Infos et objets trouvés | Info und Fundbüro | Información y objetos perdidos | Info e oggetti smarriti | Informações e perdidos e achados',
      ),
      field.point([25, -195]),
    ),
    sitePlace(
      'meeting',
      'MEETING_POINT',
      named('The big heron | Le grand héron | Der große Reiher | La gran garza | Il grande airone | A grande garça'),
      field.point([0, -10]),
    ),
    sitePlace('merch-main', 'CUSTOM', sameEverywhere('Boutique Solbrume'), field.point([-40, -45])),
    sitePlace('merch-records', 'CUSTOM', sameEverywhere('Disques du Pré'), field.point([-190, -110])),
    sitePlace('topup-gate', 'CUSTOM', numbered(placeNames.topUp, 1), field.point([55, -205])),
    sitePlace('topup-centre', 'CUSTOM', numbered(placeNames.topUp, 2), field.point([15, -60])),
    sitePlace(
      'path',
      'CUSTOM',
      named(
        'Lantern path | Chemin des lanternes | Laternenweg | Camino de los faroles | Sentiero delle lanterne | Caminho das lanternas',
      ),
      field.line([
        [55, -235],
        [20, -130],
        [0, -10],
        [-140, 30],
        [-160, 150],
        [-215, 205],
        [-130, 290],
        [60, 330],
        [250, 260],
        [300, 220],
      ]),
    ),
    ...solbrumeMore(field),
  ];
}
