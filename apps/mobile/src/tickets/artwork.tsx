import { drawArtwork } from '@festivals/ui';
import { useMemo } from 'react';
import { View } from 'react-native';
import { SvgXml } from 'react-native-svg';
import type { FestivalTheme } from './festival-theme.ts';

/** The festival's own picture, drawn from its theme. It tells nothing that the words beside it do not. */
export function Artwork({ theme }: { theme: FestivalTheme }) {
  const picture = useMemo(() => drawArtwork(theme), [theme]);
  return (
    <View aria-hidden className="absolute inset-0">
      <SvgXml xml={picture} width="100%" height="100%" preserveAspectRatio="xMidYMax slice" />
    </View>
  );
}
