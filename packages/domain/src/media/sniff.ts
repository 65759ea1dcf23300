/** What a file is, by its first bytes: neither its name nor what its sender calls it is asked. Pure. */

export type SniffedType = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'heic';

/** The bytes that `sniff` wants to see. */
export const sniffedBytes = 32;

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** ISO/IEC 14496-12: a box `ftyp` names the major brand and then those it is compatible with. */
const avifBrands = new Set(['avif', 'avis']);
const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

/** The kind of picture that these bytes begin, or null: a document, a drawing or a program is none. */
export function sniff(bytes: Uint8Array): SniffedType | null {
  if (bytes.length < 12) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return 'gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
  return ascii(bytes, 4, 8) === 'ftyp' ? byBrand(bytes) : null;
}

function byBrand(bytes: Uint8Array): SniffedType | null {
  const end = Math.min(bytes.length, sniffedBytes);
  const brands: string[] = [];
  // The four bytes after the major brand are its version, which names nothing.
  for (let at = 8; at + 4 <= end; at += 4) if (at !== 12) brands.push(ascii(bytes, at, at + 4));
  if (brands.some((brand) => avifBrands.has(brand))) return 'avif';
  return brands.some((brand) => heicBrands.has(brand)) ? 'heic' : null;
}
