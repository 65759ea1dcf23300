/** Pictures for tests: made here, so that each is what its test says it is. */
import sharp from 'sharp';

interface Wanted {
  width?: number;
  height?: number;
  /** Tells one picture from another. */
  colour?: string;
  format?: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';
}

/** A picture of one colour. */
export const picture = ({ width = 800, height = 600, colour = '#3366cc', format = 'jpeg' }: Wanted = {}) =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .toFormat(format)
    .toBuffer();

/** A file as a browser sends it; what it calls it, and what it is, are two things. */
export const file = (bytes: Uint8Array | string, type = 'image/jpeg') =>
  new Blob([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)], { type });
