import { isOver } from '@festivals/domain/festival/is-over';
import type { Offer as ShopOffer } from '@festivals/domain/ticketing/schemas';
import { localised } from '@festivals/messages';
import type { Festival, Offer } from 'schema-dts';
import { absoluteAddress } from '../shell/alternates.ts';
import { paths } from '../shell/paths.ts';
import type { Seen } from './seen.ts';

const stock = {
  AVAILABLE: 'https://schema.org/InStock',
  FEW_LEFT: 'https://schema.org/LimitedAvailability',
  SOLD_OUT: 'https://schema.org/SoldOut',
  NOT_YET: 'https://schema.org/PreOrder',
  CLOSED: 'https://schema.org/Discontinued',
} as const satisfies Record<ShopOffer['availability'], string>;

/** One ticket type for machines: its price, what is left as far as it is told, and its window (schema.org Offer). */
const offerData = ({ festival, language }: Seen, offer: ShopOffer): Offer => ({
  '@type': 'Offer',
  name: localised(offer.name, language, festival.languages),
  price: (offer.price / 100).toFixed(2),
  priceCurrency: offer.currency,
  availability: stock[isOver(festival, new Date()) ? 'CLOSED' : offer.availability],
  url: absoluteAddress(language, paths.tickets(festival.slug)),
  ...(offer.onSaleFrom && { validFrom: offer.onSaleFrom }),
  ...(offer.onSaleUntil && { validThrough: offer.onSaleUntil }),
});

/** The festival for machines: when, where, and what is sold (schema.org Festival; what it has no kind for, it is told by name). */
export function festivalData(seen: Seen, offers: readonly ShopOffer[]): Exclude<Festival, string> {
  const { festival, language } = seen;
  const { place } = festival;
  return {
    '@type': 'Festival',
    additionalType: 'MusicFestival',
    name: festival.name,
    startDate: festival.startsOn,
    endDate: festival.endsOn,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    eventStatus:
      festival.status === 'CANCELLED' ? 'https://schema.org/EventCancelled' : 'https://schema.org/EventScheduled',
    url: absoluteAddress(language, paths.festival(festival.slug)),
    inLanguage: language,
    location: {
      '@type': 'Place',
      name: place.name,
      address: {
        '@type': 'PostalAddress',
        streetAddress: place.address,
        addressLocality: place.city,
        addressCountry: place.country,
      },
      geo: { '@type': 'GeoCoordinates', latitude: place.latitude, longitude: place.longitude },
    },
    offers: offers.map((offer) => offerData(seen, offer)),
  };
}
