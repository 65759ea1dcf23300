export { drawArtwork, paletteOf, type ArtworkSource } from './artwork/draw-artwork.ts';
export { drawEmblem, emblemSeed } from './artwork/draw-emblem.ts';
export { palettes, paletteFromAccent, type ArtworkPalette, type PaletteName } from './artwork/palette.ts';
export { seededRandom, type Random } from './artwork/seeded-random.ts';
export { contrast, luminance, mix, parseColor, readableOn, toHex, type Oklch } from './color.ts';
export {
  cornerRadii,
  paletteAccent,
  themeStyle,
  typefaces,
  type Corners,
  type StyledTheme,
  type StyleTokens,
  type Typeface,
} from './theme-style.ts';
