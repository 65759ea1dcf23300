import { PictureFormat } from '@festivals/domain/media/contract';

/** The file as it was uploaded, for as long as something is still to be made of it. */
export const originalOf = (address: string): string => `${address}/original`;

/** Every file that a picture may have. */
export const keysOf = ({ address, widths }: { address: string; widths: readonly number[] }): string[] => [
  originalOf(address),
  ...widths.flatMap((width) => PictureFormat.options.map((format) => `${address}/${width}.${format}`)),
];
