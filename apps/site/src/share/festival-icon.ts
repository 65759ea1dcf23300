import type { Festival } from '@festivals/domain/festival/contract';
import { inkOn, paletteOf } from '@festivals/ui';
import sharp from 'sharp';
import { cutOf, isSettable, setText } from './set-text.ts';

/** A festival's sign on a home screen: its initial before its sun. What matters lies within the circle that a mask leaves. */
export function drawIcon({ name, theme }: Pick<Festival, 'name' | 'theme'>): string {
  const palette = paletteOf(theme);
  // A sign that no face of ours has leaves the sun alone.
  const first = [...name].find((letter) => /[\p{L}\p{N}]/u.test(letter) && isSettable(letter, cutOf(theme))) ?? '';
  const letter = setText(theme.lettering === 'small' ? first.toLowerCase() : first.toUpperCase(), cutOf(theme), 300);
  const ink = inkOn(palette);
  const disc = ink === '#ffffff' ? palette.sky[2] : palette.lights[0];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512"><defs><linearGradient id="i" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${palette.sky[0]}"/><stop offset="1" stop-color="${palette.sky[1]}"/></linearGradient></defs>` +
    `<rect width="512" height="512" fill="url(#i)"/><circle cx="256" cy="256" r="178" fill="${disc}"/><path fill="${palette.land}" d="M0 430Q130 352 256 412T512 404V512H0z"/>` +
    `<g color="${ink}" transform="translate(${256 - letter.width / 2} 362)">${letter.path}</g></svg>`
  );
}

/** The same as a PNG, so many pixels wide. */
export const iconPng = (festival: Pick<Festival, 'name' | 'theme'>, size: number): Promise<Buffer> =>
  sharp(Buffer.from(drawIcon(festival)))
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
