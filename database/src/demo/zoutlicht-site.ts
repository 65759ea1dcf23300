import { type Field, rectangle } from './field.ts';
import { named, numbered, sameEverywhere } from './names.ts';
import { zoutlichtMore } from './zoutlicht-more.ts';
import { placeNames, type SitePlace, sitePlace, spots } from './site-place.ts';

/** The site of the smaller festival: a quay, and a stage afloat before it. */
export const zoutlichtSite = (field: Field): SitePlace[] => [
  sitePlace('pontoon', 'STAGE', sameEverywhere('Ponton'), field.area(rectangle([10, 48], 40, 18, 8)), 700),
  sitePlace('bar-quay', 'BAR', sameEverywhere('Kaaibar'), field.point([-40, 8])),
  sitePlace('bar-lantern', 'BAR', sameEverywhere('De Lantaarn'), field.point([55, 14])),
  sitePlace('food-mussels', 'FOOD', sameEverywhere('Mosselpot'), field.point([-62, 2])),
  sitePlace('food-shrimp', 'FOOD', sameEverywhere('Grijze Garnaal'), field.point([78, 16])),
  ...spots(field, 'TOILET', placeNames.toilets, [[-90, -12]]),
  ...spots(field, 'ACCESSIBLE_TOILET', placeNames.accessible, [[-82, -11]]),
  ...spots(field, 'WATER', placeNames.water, [[20, 4]]),
  ...spots(field, 'FIRST_AID', placeNames.firstAid, [[0, -8]]),
  sitePlace('entrance-1', 'ENTRANCE', numbered(placeNames.entrance, 1), field.point([-110, -20])),
  sitePlace('exit-1', 'EXIT', numbered(placeNames.exit, 1), field.point([105, 5])),
  sitePlace(
    'meeting',
    'MEETING_POINT',
    named('The old crane | La vieille grue | Der alte Kran | La vieja grúa | La vecchia gru | O velho guindaste'),
    field.point([0, 2]),
  ),
  ...zoutlichtMore(field),
];
