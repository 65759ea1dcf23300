/** `node scripts/draw-demo-pictures.ts`: draws the demo's pictures anew, as somebody would have them on their desk before uploading them. */
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { drawArtwork, type ArtworkSource } from '../packages/ui/src/artwork/draw-artwork.ts';

const portrait = { width: 480, height: 600 };
const landscape = { width: 640, height: 480 };
const drawings: Readonly<Record<string, ArtworkSource & typeof portrait>> = {
  'velvet-almanac': { seed: 3, artwork: 'stage', palette: 'neon', ...portrait },
  'thousand-lamp-street': { seed: 21, artwork: 'stage', palette: 'sunset', ...portrait },
  'odessa-fontaine-okoro': { seed: 5, artwork: 'stage', palette: 'ocean', ...portrait },
  tent: { seed: 2, artwork: 'valley', palette: 'meadow', ...landscape },
  balloons: { seed: 11, artwork: 'stage', palette: 'forest', ...landscape },
  fireworks: { seed: 8, artwork: 'stage', palette: 'dawn', ...landscape },
};

const folder = resolve(import.meta.dirname, '../database/src/demo/pictures');
for (const [name, { width, height, ...source }] of Object.entries(drawings)) {
  const drawn = drawArtwork(source).replace('width="100%" height="100%"', `width="${width}" height="${height}"`);
  await sharp(Buffer.from(drawn))
    .webp({ quality: 90, effort: 6, smartSubsample: true })
    .toFile(join(folder, `${name}.webp`));
}
