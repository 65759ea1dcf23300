import { paintCrowd } from './crowd.ts';
import { paintLand } from './land.ts';
import { motion } from './motion.ts';
import { palettes, paletteFromAccent, type ArtworkPalette, type PaletteName } from './palette.ts';
import { hashSeed, seededRandom } from './seeded-random.ts';
import { frame, gradients, paintSky } from './sky.ts';
import { paintStage } from './stage.ts';

/** What a picture is made from. Without a palette or an accent the seed chooses one. */
export type ArtworkSource = {
  seed: string | number;
  palette?: ArtworkPalette | PaletteName;
  accent?: string | undefined;
};

/** The colours that `source` is painted with. */
export function paletteOf({ seed, palette, accent }: ArtworkSource): ArtworkPalette {
  if (typeof palette === 'object') return palette;
  if (palette !== undefined) return palettes[palette];
  if (accent !== undefined) return paletteFromAccent(accent);
  const names = ['sunset', 'forest', 'ocean', 'neon', 'desert', 'dawn'] as const;
  return palettes[seededRandom(`palette ${seed}`).pick(names)];
}

/**
 * A festival's poster as one standalone SVG of about 15 kB (4 kB on the wire): a sky, a land, a stage and its people, made from a seed.
 * The same source gives the same bytes, everywhere. Decorative: hidden from screen readers.
 */
export function drawArtwork(source: ArtworkSource): string {
  const palette = paletteOf(source);
  const id = `a${hashSeed(JSON.stringify([source.seed, palette]))
    .toString(36)
    .slice(0, 4)}`;
  const random = seededRandom(String(source.seed));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" preserveAspectRatio="xMidYMax slice" aria-hidden="true" width="100%" height="100%">` +
    `<style>${motion}</style><defs>${gradients(palette, id)}</defs>${paintSky(random, palette, id)}${paintLand(random, palette, id)}${paintStage(random, palette, id)}${paintCrowd(random, palette, id)}</svg>`
  );
}
