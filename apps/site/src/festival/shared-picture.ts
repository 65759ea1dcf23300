import type { Festival } from '@festivals/domain/festival/contract';
import { fileFor } from '@festivals/domain/media/rules';
import type { Language } from '@festivals/messages';
import type { Metadata } from 'next';
import { artworkAddress } from './artwork-address.ts';

/** A picture of the festival alone: its cover, or its artwork. */
export const sharedPicture = ({ pictures: { cover }, theme }: Festival): string =>
  cover ? fileFor(cover, 1280, '/api') : artworkAddress(theme);

/** What is shown where a page of the festival is shared, and how a browser's frame and tab are coloured on it. */
export function sharedLook(
  { slug, version }: Festival,
  { language, title, description, artist }: { language: Language; title: string; description: string; artist?: string },
): Pick<Metadata, 'openGraph' | 'twitter' | 'icons'> {
  const url = cardAddress({ slug, version }, language, artist);
  const images = [{ url, ...cardSize, alt: title }];
  return {
    openGraph: { title, description, type: 'website', images },
    twitter: { card: 'summary_large_image', title, description, images: [url] },
    icons: festivalIcons(slug),
  };
}

/** The festival's card on those of its pages that have none of their own; title and description are the page's. */
export function sharedCard(festival: Festival, language: Language): Pick<Metadata, 'openGraph' | 'twitter'> {
  const url = cardAddress(festival, language);
  return {
    openGraph: { type: 'website', images: [{ url, ...cardSize, alt: festival.name }] },
    twitter: { card: 'summary_large_image', images: [url] },
  };
}

const cardSize = { width: 1200, height: 630 } as const;
const cardAddress = ({ slug, version }: Pick<Festival, 'slug' | 'version'>, language: Language, artist?: string) =>
  `/artwork/share/${language}/${slug}${artist === undefined ? '' : `/${artist}`}.jpg?v=${version}`;

/** A festival's own sign in the tab and on the home screen. */
export const festivalIcons = (slug: string): Metadata['icons'] => ({
  icon: [{ url: `/artwork/icon/${slug}.svg`, type: 'image/svg+xml' }],
  apple: [{ url: `/artwork/icon/${slug}-180.png`, sizes: '180x180' }],
});
