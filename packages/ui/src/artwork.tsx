import { drawArtwork, type ArtworkSource } from './artwork/draw-artwork.ts';

export { artworkKinds, drawArtwork, paletteOf, type ArtworkKind, type ArtworkSource } from './artwork/draw-artwork.ts';
export { palettes, paletteFromAccent, type ArtworkPalette, type PaletteName } from './artwork/palette.ts';
export { seededRandom, type Random } from './artwork/seeded-random.ts';

/** The festival's poster, filling its box, drawn at once. Wrap it in `LivingArtwork` to let it lean with the pointer and the page. */
export function Artwork({ className, ...source }: ArtworkSource & { className?: string }) {
  return (
    <div
      data-artwork
      className={className}
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: drawArtwork(source) }}
    />
  );
}
