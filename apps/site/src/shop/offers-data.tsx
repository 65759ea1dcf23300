import type { Offer as ShopOffer } from '@festivals/domain/ticketing/schemas';
import { localised } from '@festivals/messages';
import type { Festival, Offer, WithContext } from 'schema-dts';
import { env } from '../env.ts';
import type { Seen } from '../festival/seen.ts';
import { inLanguage, paths } from '../shell/paths.ts';

const stock = {
  AVAILABLE: 'https://schema.org/InStock',
  FEW_LEFT: 'https://schema.org/LimitedAvailability',
  SOLD_OUT: 'https://schema.org/SoldOut',
  NOT_YET: 'https://schema.org/PreOrder',
  CLOSED: 'https://schema.org/Discontinued',
} as const satisfies Record<ShopOffer['availability'], string>;

/** What is sold, for machines: a Festival's offers with price, availability and window (schema.org as JSON-LD). */
export function OffersData({ festival, language, offers }: Seen & { offers: readonly ShopOffer[] }) {
  const absolute = (path: string) => `${env.siteUrl ?? ''}${inLanguage(language, path)}`;
  const { place } = festival;
  const offered = offers.map((offer): Offer => ({
    '@type': 'Offer',
    name: localised(offer.name, language, festival.languages),
    price: (offer.price / 100).toFixed(2),
    priceCurrency: offer.currency,
    availability: stock[offer.availability],
    url: absolute(paths.tickets(festival.slug)),
    ...(offer.onSaleFrom && { validFrom: offer.onSaleFrom }),
    ...(offer.onSaleUntil && { validThrough: offer.onSaleUntil }),
  }));
  const data: WithContext<Festival> = {
    '@context': 'https://schema.org',
    '@type': 'Festival',
    name: festival.name,
    startDate: festival.startsOn,
    endDate: festival.endsOn,
    url: absolute(paths.festival(festival.slug)),
    location: {
      '@type': 'Place',
      name: place.name,
      address: {
        '@type': 'PostalAddress',
        streetAddress: place.address,
        addressLocality: place.city,
        addressCountry: place.country,
      },
    },
    offers: offered,
  };
  // A name with `</script>` in it must stay a name.
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }}
    />
  );
}
