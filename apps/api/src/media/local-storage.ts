import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Storage } from './picture-storage.ts';

/** Files in a folder, two letters deep, so that no folder grows without end. */
export function localStorage(data: string): Storage {
  const root = join(data, 'media');
  const pathOf = (key: string) => join(root, key.slice(0, 2), key);

  return {
    async put(key, body) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      // Whoever reads meanwhile finds no file, or the whole file.
      const draft = `${path}.${randomUUID()}`;
      await writeFile(draft, body);
      await rename(draft, path);
    },
    async get(key) {
      const file = await open(pathOf(key)).catch(missing);
      if (!file) return null;
      const { size } = await file.stat();
      return { bytes: size, body: file.createReadStream() };
    },
    async remove(keys) {
      await Promise.all(keys.map((key) => rm(pathOf(key), { force: true })));
      // A folder goes with its last file.
      for (const folder of new Set(keys.map((key) => dirname(pathOf(key))))) await rmdir(folder).catch(() => undefined);
    },
    async *list() {
      for (const letters of await namesIn(root)) {
        for (const address of await namesIn(join(root, letters))) {
          for (const file of await namesIn(join(root, letters, address))) {
            const found = await stat(join(root, letters, address, file)).catch(missing);
            if (found) yield { key: `${address}/${file}`, writtenAt: found.mtime };
          }
        }
      }
    },
  };
}

const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(missing)) ?? [];

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}
