import { type Field, rectangle } from './field.ts';
import { named, numbered, sameEverywhere } from './names.ts';
import { crewPlace, placeNames, signedPlace, type SitePlace, sitePlace, spots } from './site-place.ts';

/** What makes a meadow a site: where one rests, washes, parks a bicycle; and what the crew alone sees. */
export const solbrumeMore = (field: Field): SitePlace[] => [
  sitePlace(
    'quiet-camping',
    'CAMPING',
    named(
      'Quiet camping | Camping calme | Ruhiges Camping | Camping tranquilo | Campeggio silenzioso | Campismo calmo',
    ),
    field.area(rectangle([-400, 120], 170, 120, 8)),
    1_200,
  ),
  sitePlace(
    'parking-bikes',
    'PARKING',
    named('Bicycles | Vélos | Fahrräder | Bicicletas | Biciclette | Bicicletas'),
    field.area(rectangle([-60, -290], 70, 40, 3)),
    900,
  ),
  signedPlace('arena', 'FENCE', 'TEAL', named('Arena | Arène | Arena | Arena | Arena | Arena'), field.area([
    [-330, -215], [-60, -240], [110, -240], [290, -150], [400, 120], [395, 330], [120, 360], [-240, 320], [-345, 190],
  ])), // prettier-ignore
  signedPlace(
    'children',
    'CHILDREN',
    'PINK',
    named(
      'Children’s clearing | Clairière des enfants | Kinderlichtung | Claro de los niños | Radura dei bambini | Clareira das crianças',
    ),
    field.area(rectangle([-180, -165], 60, 45, -10)),
    250,
  ),
  signedPlace(
    'hammocks',
    'QUIET',
    'BLUE',
    named('Hammocks | Hamacs | Hängematten | Hamacas | Amache | Camas de rede'),
    field.area(rectangle([-310, 30], 50, 70, 20)),
    180,
  ),
  signedPlace('grove', 'TREE', 'GREEN', named(
    'Old grove | Vieux bosquet | Alter Hain | Viejo bosque | Vecchio boschetto | Velho bosque',
  ), field.area([[-360, 300], [-230, 330], [-200, 410], [-330, 440], [-420, 380]])), // prettier-ignore
  signedPlace(
    'bus',
    'BUS',
    'BLUE',
    named('Shuttle bus | Navette | Shuttlebus | Lanzadera | Navetta | Vaivém'),
    field.point([20, -310]),
  ),
  signedPlace('taxi', 'TAXI', 'YELLOW', named('Taxis | Taxis | Taxis | Taxis | Taxi | Táxis'), field.point([60, -300])),
  signedPlace(
    'heron',
    'ART',
    'VIOLET',
    named('Glass heron | Héron de verre | Gläserner Reiher | Garza de cristal | Airone di vetro | Garça de vidro'),
    field.point([-90, 130]),
  ),
  signedPlace(
    'fire',
    'FIRE',
    'ORANGE',
    named('Camp fire | Feu de camp | Lagerfeuer | Hoguera | Falò | Fogueira'),
    field.point([-430, -230]),
  ),
  ...['A', 'B'].map((letter, at) =>
    signedPlace(
      `showers-${letter}`,
      'SHOWER',
      'BLUE',
      numbered(named('Showers | Douches | Duschen | Duchas | Docce | Duches'), letter),
      field.point([-460 + at * 70, at === 0 ? -330 : 90]),
    ),
  ),
  ...([[-40, 60], [150, 30], [-200, -20], [-380, -170]] as const).map((where, at) =>
    signedPlace(`recycling-${at + 1}`, 'RECYCLING', 'GREEN', numbered(named('Recycling | Recyclage | Recycling | Reciclaje | Riciclo | Reciclagem'), at + 1), field.point(where)),
  ), // prettier-ignore
  ...spots(field, 'AED', placeNames.defibrillator, [[-430, -140], [330, 200]], 3), // prettier-ignore
  ...spots(field, 'WATER', placeNames.water, [[-450, -180], [-390, 60]], 5), // prettier-ignore
  crewPlace(
    'backstage',
    'SECURITY',
    'RED',
    sameEverywhere('Backstage Brume'),
    field.area(rectangle([0, 235], 120, 55)),
  ),
  crewPlace(
    'production',
    'OFFICE',
    'GREY',
    named('Production | Production | Produktion | Producción | Produzione | Produção'),
    field.point([-70, 250]),
  ),
  crewPlace(
    'generators',
    'POWER',
    'YELLOW',
    named('Generators | Groupes électrogènes | Generatoren | Generadores | Generatori | Geradores'),
    field.point([90, 255]),
  ),
  crewPlace(
    'waste-yard',
    'WASTE',
    'GREY',
    named('Waste yard | Déchetterie | Wertstoffhof | Punto limpio | Isola ecologica | Ecocentro'),
    field.point([390, -60]),
  ),
  crewPlace('deliveries', 'TRUCK', 'ORANGE', named(
    'Delivery road | Route de livraison | Lieferstraße | Vía de reparto | Strada delle consegne | Via de entregas',
  ), field.line([[430, -330], [410, -80], [420, 150], [405, 340], [130, 375], [10, 300]])), // prettier-ignore
  crewPlace('rescue', 'WARNING', 'RED', named(
    'Rescue way | Voie de secours | Rettungsweg | Vía de emergencia | Via di soccorso | Via de socorro',
  ), field.line([[-330, -215], [-150, -40], [-100, 160], [-130, 310]])), // prettier-ignore
];
