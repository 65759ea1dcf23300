import { paintBrass } from './brass.ts';
import { paintCity } from './city.ts';
import { paintCrowd } from './crowd.ts';
import { paintDunes } from './dunes.ts';
import { frame } from './frame.ts';
import { paintLand } from './land.ts';
import { motion } from './motion.ts';
import { palettes, paletteFromAccent, type ArtworkPalette, type PaletteName } from './palette.ts';
import { hashSeed, seededRandom, type Random } from './seeded-random.ts';
import { gradients, paintSky } from './sky.ts';
import { paintStage } from './stage.ts';
import { paintValley } from './valley.ts';
import { paintWaves } from './waves.ts';

type Painter = (random: Random, palette: ArtworkPalette, id: string) => string;

const paintPlain: Painter = (random, palette, id) =>
  `<defs>${gradients(palette, id)}</defs>${paintSky(random, palette, id)}${paintLand(random, palette, id)}${paintStage(random, palette, id)}${paintCrowd(random, palette, id)}`;

/** What is painted: another place each, not another colour. */
const painters = {
  stage: paintPlain,
  city: paintCity,
  valley: paintValley,
  brass: paintBrass,
  waves: paintWaves,
  dunes: paintDunes,
} as const satisfies Record<string, Painter>;

/** The kinds' names. */
export type ArtworkKind = keyof typeof painters;
// The keys of an object of ours are its own.
export const artworkKinds = Object.keys(painters) as ArtworkKind[];

/** What a picture is made from. Without a palette or an accent the seed chooses one; without a kind it is the stage. */
export type ArtworkSource = {
  seed: string | number;
  artwork?: ArtworkKind | undefined;
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
 * A festival's poster as one standalone SVG of about 15 kB (4 kB on the wire), made from a kind, a palette and a seed.
 * The same source gives the same bytes, everywhere. Decorative: hidden from screen readers.
 */
export function drawArtwork(source: ArtworkSource): string {
  const palette = paletteOf(source);
  const { artwork: kind = 'stage' } = source;
  const id = `a${hashSeed(JSON.stringify([source.seed, kind, palette]))
    .toString(36)
    .slice(0, 4)}`;
  const random = seededRandom(String(source.seed));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" preserveAspectRatio="xMidYMax slice" aria-hidden="true" width="100%" height="100%">` +
    `<style>${motion}</style>${painters[kind](random, palette, id)}</svg>`
  );
}
