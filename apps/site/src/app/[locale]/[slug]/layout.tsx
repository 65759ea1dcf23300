import { paletteOf } from '@festivals/ui';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { loadFestival } from '../../../festival/load-festival.ts';
import { festivalIcons } from '../../../festival/shared-picture.ts';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const festival = await loadFestival((await params).slug);
  return festival === null ? {} : { icons: festivalIcons(festival.slug) };
}

/** The browser's frame takes the colour of the festival's sky. */
export async function generateViewport({ params }: Props): Promise<Viewport> {
  const festival = await loadFestival((await params).slug);
  return { colorScheme: 'light dark', ...(festival && { themeColor: paletteOf(festival.theme).sky[0] }) };
}

/** What all pages of a festival share beside what is seen on them. */
export default function FestivalLayout({ children }: { children: ReactNode }) {
  return children;
}
