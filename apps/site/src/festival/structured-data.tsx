import type { Offer } from '@festivals/domain/ticketing/schemas';
import type { Programme } from '@festivals/domain/programme/contract';
import { localised } from '@festivals/messages';
import { absoluteAddress } from '../shell/alternates.ts';
import { paths } from '../shell/paths.ts';
import { siteOrigin } from '../shell/site-origin.ts';
import { JsonLd } from './json-ld.tsx';
import { sharedPicture } from './shared-picture.ts';
import type { Seen } from './seen.ts';

type Props = Seen & { offers: Offer[]; artists: Programme['artists'] };

const availability: Record<Offer['availability'], string> = {
  AVAILABLE: 'InStock',
  FEW_LEFT: 'LimitedAvailability',
  SOLD_OUT: 'SoldOut',
  NOT_YET: 'PreOrder',
  CLOSED: 'Discontinued',
};

/** The festival for machines (schema.org MusicFestival as JSON-LD). */
export function StructuredData({ festival, language, offers, artists }: Props) {
  const absolute = (path: string) => `${siteOrigin()}${path}`;
  const { place } = festival;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'MusicFestival',
    name: festival.name,
    description:
      localised(festival.description, language, festival.languages) ||
      localised(festival.tagline, language, festival.languages),
    startDate: festival.startsOn,
    endDate: festival.endsOn,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    eventStatus: `https://schema.org/${festival.status === 'CANCELLED' ? 'EventCancelled' : 'EventScheduled'}`,
    url: absoluteAddress(language, paths.festival(festival.slug)),
    image: [absolute(sharedPicture(festival))],
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
    performer: artists.map((artist) => ({ '@type': 'MusicGroup', name: artist.name })),
    offers: offers.map((offer) => ({
      '@type': 'Offer',
      name: localised(offer.name, language, festival.languages),
      price: (offer.price / 100).toFixed(2),
      priceCurrency: offer.currency,
      availability: `https://schema.org/${availability[offer.availability]}`,
      url: absoluteAddress(language, paths.tickets(festival.slug)),
      ...(offer.onSaleFrom && { validFrom: offer.onSaleFrom }),
    })),
  };
  return <JsonLd data={data} />;
}
