/** What a picture may be, which sizes are made of it, and how a page asks for the right one. Pure. */

/** The largest file that is taken, in bytes. */
export const maxPictureBytes = 15_000_000;
/** A file of a few bytes can unfold into gigabytes: more pixels than a large camera's are not decoded. */
export const maxPixels = 60_000_000;
/** Longer or taller than that, nobody looks at it, and its smallest size would be no picture any more. */
export const maxRatio = 6;

/** What a browser may call a picture when it sends one; what it is, its bytes say. */
export const declaredTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/heic',
  'image/heif',
  'application/octet-stream',
] as const;

const sizes = [320, 640, 1280, 2048] as const;

/** The widths in which a picture of this width is kept: never larger than it is. */
export function widthsOf(width: number): number[] {
  const smaller = sizes.filter((size) => size < width);
  const largest = sizes.at(-1) ?? width;
  return width <= largest ? [...smaller, width] : [...sizes];
}

/** Why a picture of these pixels is not taken; null where it is. */
export function refusalOfPixels({ width, height }: { width: number; height: number }): 'pixels' | 'ratio' | null {
  if (width * height > maxPixels) return 'pixels';
  return Math.max(width, height) > maxRatio * Math.min(width, height) ? 'ratio' : null;
}

/** How long what was taken away can be brought back, and how long what nothing shows is kept, in days. */
export const keptDays = { deleted: 7, unused: 90 } as const;

export interface Shown {
  path: string;
  widths: readonly number[];
  formats: readonly string[];
}

/** `srcset` of a picture in one format; `mount` is where the API is reached, `/api` on a web face. */
export const srcSet = ({ path, widths }: Shown, format: string, mount: string): string =>
  widths.map((width) => `${mount}${path}/${width}.${format} ${width}w`).join(', ');

/** The smallest file that is at least this wide, or the largest there is; in the format that every browser shows. */
export function fileFor({ path, widths }: Shown, atLeast: number, mount: string): string {
  const width = widths.find((one) => one >= atLeast) ?? widths.at(-1) ?? 0;
  return `${mount}${path}/${width}.webp`;
}

/** Where a picture's focus lies, as CSS `object-position`. */
export const positionOf = ({ focus }: { focus: { x: number; y: number } }): string =>
  `${Math.round(focus.x * 100)}% ${Math.round(focus.y * 100)}%`;
