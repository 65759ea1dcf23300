import { writable } from './fonts.ts';

/**
 * A name as paper can show it. Where the fonts lack some of its letters its transcription stands instead; without one, what
 * can be written of it stands with a sign for what is missing, rather than as if it were whole.
 */
export function printable(name: string, transcription: string | null = null): string {
  const plain = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const isWhole = (text: string) => writable(text) === plain(text);
  if (isWhole(name)) return plain(name);
  if (transcription !== null && isWhole(transcription)) return plain(transcription);
  return `${writable(name)} […]`.trim();
}
