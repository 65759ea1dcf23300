import { paletteOf, themeLook } from '@festivals/ui';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { artworkAddress } from '../../../festival/artwork-address.ts';
import { loadFestival } from '../../../festival/load-festival.ts';
import { festivalIcons, sharedCard } from '../../../festival/shared-picture.ts';
import { languageOf } from '../../../shell/language-of.ts';

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string; slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const festival = await loadFestival(slug);
  return festival === null ? {} : { icons: festivalIcons(slug), ...sharedCard(festival, languageOf(locale)) };
}

/** The browser's frame takes the colour of the festival's sky. */
export async function generateViewport({ params }: Props): Promise<Viewport> {
  const festival = await loadFestival((await params).slug);
  return { colorScheme: 'light dark', ...(festival && { themeColor: paletteOf(festival.theme).sky[0] }) };
}

/** What all pages of a festival share: its look, so that even a page that is missing or failed wears it. */
export default async function FestivalLayout({ children, params }: Props) {
  const festival = await loadFestival((await params).slug);
  if (festival === null) return children;
  const { style, ...look } = themeLook(festival.theme);
  const poster = { '--poster-artwork': `url(${artworkAddress(festival.theme)})` } as Record<string, string>;
  return (
    <div {...look} style={{ ...style, ...poster }} className="contents font-sans">
      {children}
    </div>
  );
}
