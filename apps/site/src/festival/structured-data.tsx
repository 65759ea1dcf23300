import type { Offer } from '@festivals/domain/ticketing/schemas';
import type { LineUp } from '@festivals/domain/programme/line-up-contract';
import { localised } from '@festivals/messages';
import type { Festival, WithContext } from 'schema-dts';
import { siteOrigin } from '../shell/site-origin.ts';
import { festivalData } from './festival-data.ts';
import { JsonLd } from './json-ld.tsx';
import { namedArtists } from './named-artists.ts';
import { sharedPicture } from './shared-picture.ts';
import type { Seen } from './seen.ts';

type Props = Seen & { offers: Offer[]; artists: LineUp['artists'] };

/** The whole festival for machines: who plays, what it is, what it costs. */
export function StructuredData({ festival, language, offers, artists }: Props) {
  const data: WithContext<Festival> = {
    '@context': 'https://schema.org',
    ...festivalData({ festival, language }, offers),
    description:
      localised(festival.description, language, festival.languages) ||
      localised(festival.tagline, language, festival.languages),
    image: [`${siteOrigin()}${sharedPicture(festival)}`],
    performer: namedArtists(artists).map((artist) => ({ '@type': 'MusicGroup', name: artist.name })),
  };
  return <JsonLd data={data} />;
}
