import { PictureFormat } from '@festivals/domain/media/contract';
import type { Storage, StoredFile } from './picture-storage.ts';

interface Copied {
  /** In which formats every width was there. */
  formats: PictureFormat[];
  /** Whether the file as it was uploaded is there, of which more is to be made. */
  hasOriginal: boolean;
}

/** Copies a picture's files to another address, as many as there are. */
export async function copyFiles(
  storage: Storage,
  { from, to, widths }: { from: string; to: string; widths: readonly number[] },
): Promise<Copied> {
  const copy = async (name: string, type: string): Promise<boolean> => {
    const file = await storage.get(`${from}/${name}`);
    if (file) await storage.put(`${to}/${name}`, await whole(file), type);
    return file !== null;
  };
  // The original first: once it is gone, everything that is made of it is there.
  const hasOriginal = await copy('original', 'application/octet-stream');
  const formats: PictureFormat[] = [];
  for (const format of PictureFormat.options) {
    const there: boolean[] = [];
    for (const width of widths) there.push(await copy(`${width}.${format}`, `image/${format}`));
    if (there.every(Boolean)) formats.push(format);
  }
  return { formats, hasOriginal };
}

export async function whole({ body }: Pick<StoredFile, 'body'>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
