import type { Offer } from '@festivals/domain/ticketing/schemas';
import type { Festival, WithContext } from 'schema-dts';
import { festivalData } from '../festival/festival-data.ts';
import { JsonLd } from '../festival/json-ld.tsx';
import type { Seen } from '../festival/seen.ts';

/** What is sold, for machines. */
export function OffersData({ festival, language, offers }: Seen & { offers: readonly Offer[] }) {
  const data: WithContext<Festival> = {
    '@context': 'https://schema.org',
    ...festivalData({ festival, language }, offers),
  };
  return <JsonLd data={data} />;
}
