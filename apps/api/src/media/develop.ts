import type { PictureFormat } from '@festivals/domain/media/contract';
import { maxPixels, maxRatio, refusalOfPixels, widthsOf } from '@festivals/domain/media/rules';
import sharp, { type Sharp } from 'sharp';
import { fail, Fault } from '../platform/fault.ts';
import { turnstile } from './turnstile.ts';

/** What one picture is kept as. */
export interface Developed {
  width: number;
  height: number;
  widths: number[];
  placeholder: string | null;
  files: PictureFile[];
}
export interface PictureFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

// Decoding is the place where a hostile file meets C code: only what we take can be decoded, and nothing is kept between two.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif'].map((format) => `VipsForeignLoad${format}Buffer`),
});
sharp.cache(false);
// One thread for a picture and one picture at a time: the other cores, and Node's own thread, stay with gates and tills.
sharp.concurrency(1);
const inTurn = turnstile(1);
const mostSeconds = 60;

/** Decodes a file and makes its sizes in one format: turned upright, in sRGB, and without anything that a camera wrote beside it. */
export function develop(file: Uint8Array, format: PictureFormat): Promise<Developed> {
  return inTurn(async () => {
    try {
      return await developed(file, format);
    } catch (error) {
      if (!(error instanceof Error) || error instanceof Fault) throw error;
      // The library tells of a bomb in its own words, everything else is a file that it cannot read.
      if (/pixel limit/i.test(error.message)) return fail('media.too_many_pixels', { maxPixels, maxRatio });
      return fail('media.unreadable');
    }
  });
}

async function developed(file: Uint8Array, format: PictureFormat): Promise<Developed> {
  // What telephones write beside the standard only deserves a warning; what is cut off is an error.
  const source = sharp(file, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true });
  const { autoOrient: whole } = await source.metadata();
  if (refusalOfPixels(whole)) fail('media.too_many_pixels', { ...whole, maxPixels, maxRatio });
  const widths = widthsOf(whole.width);
  const { data, info } = await source
    .timeout({ seconds: mostSeconds })
    .autoOrient()
    .toColourspace('srgb')
    .resize({ width: widths.at(-1) ?? whole.width, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = () => sharp(data, { raw: { width, height, channels } });
  const files: PictureFile[] = [];
  for (const size of widths) {
    const bytes = await encoded(pixels().resize({ width: size }), format);
    files.push({ name: `${size}.${format}`, type: `image/${format}`, bytes });
  }
  return { width, height, widths, placeholder: await colourOf(pixels()), files };
}

const encoded = (picture: Sharp, format: PictureFormat): Promise<Uint8Array> =>
  (format === 'webp'
    ? picture.webp({ quality: 78, effort: 4, smartSubsample: true })
    : picture.avif({ quality: 52, effort: 3, chromaSubsampling: '4:2:0' })
  )
    .timeout({ seconds: mostSeconds })
    .toBuffer();

/** Its main colour as `#rrggbb`; null where one can see through it. */
async function colourOf(picture: Sharp): Promise<string | null> {
  const { dominant, isOpaque } = await picture.resize({ width: 64 }).stats();
  if (!isOpaque) return null;
  return `#${[dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
