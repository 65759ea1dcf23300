export { drawArtwork, paletteOf, type ArtworkKind, type ArtworkSource } from './artwork/draw-artwork.ts';
export { drawEmblem, emblemSeed } from './artwork/draw-emblem.ts';
export { inkOn, palettes, paletteFromAccent, type ArtworkPalette, type PaletteName } from './artwork/palette.ts';
export { seededRandom, type Random } from './artwork/seeded-random.ts';
export { contrast, luminance, mix, parseColor, readableOn, toHex, type Oklch } from './color.ts';
export {
  cornerRadii,
  paletteAccent,
  themeLook,
  themeStyle,
  typefaces,
  type Corners,
  type Lettering,
  type PosterLayout,
  type Rhythm,
  type StyledTheme,
  type StyleTokens,
  type Typeface,
} from './theme-style.ts';
