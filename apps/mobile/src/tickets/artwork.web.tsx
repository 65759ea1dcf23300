import { drawArtwork } from '@festivals/ui';
import { useMemo } from 'react';
import { Image } from 'react-native';
import type { FestivalTheme } from './festival-theme.ts';

/** The festival's own picture, drawn from its theme. As an image, so that the ids of two pictures never meet. */
export function Artwork({ theme }: { theme: FestivalTheme }) {
  const uri = useMemo(() => `data:image/svg+xml,${encodeURIComponent(drawArtwork(theme))}`, [theme]);
  return <Image source={{ uri }} aria-hidden resizeMode="cover" className="absolute inset-0 h-full w-full" />;
}
