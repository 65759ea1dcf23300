import type { Ctx } from '../platform/context.ts';
import { Fault } from '../platform/fault.ts';
import { step } from '../platform/transaction.ts';
import { develop, type PictureFile } from './develop.ts';
import { keysOf, originalOf } from './files-of.ts';
import type { Storage } from './picture-storage.ts';
import { storageOf } from './storage-of.ts';
import * as store from './store.ts';

const atOnce = 20;
/** Nobody works at one picture for longer: who took it on and is not done has died. */
const mostMinutes = 10;

/**
 * Makes the smaller formats of what was uploaded, one picture after another. It has no place in the queue of jobs, where a
 * hundred pictures would stand before somebody's tickets.
 */
export async function finishPictures(ctx: Ctx): Promise<void> {
  const abandoned = () => new Date(ctx.clock.now().getTime() - mostMinutes * 60_000);
  for (;;) {
    const waiting = await store.toFinish(ctx.resources.db, abandoned(), atOnce);
    for (const one of waiting) await finish(ctx, one, abandoned());
    if (waiting.length < atOnce) return;
  }
}

async function finish(ctx: Ctx, { festivalId, id }: store.Located, abandoned: Date): Promise<void> {
  const picture = await step(ctx, festivalId, (tx) => store.takeOn(tx, id, ctx.clock.now(), abandoned));
  if (!picture) return;
  const storage = await storageOf(ctx.resources.env);
  const original = await storage.get(originalOf(picture.address));
  const files = original ? await smallerFiles(await all(original.body)) : [];
  const isThere = await write(storage, picture, files, () =>
    step(ctx, festivalId, (tx) => store.finish(tx, id, files.length > 0 ? ['avif', 'webp'] : ['webp'], sizeOf(files))),
  );
  await storage.remove(isThere ? [originalOf(picture.address)] : keysOf(picture));
}

async function write(
  storage: Storage,
  { address }: store.PictureRow,
  files: readonly PictureFile[],
  note: () => Promise<boolean>,
): Promise<boolean> {
  for (const { name, type, bytes } of files) await storage.put(`${address}/${name}`, bytes, type);
  return note();
}

/** What could be read once and now cannot stays in the format that it has. */
async function smallerFiles(file: Buffer): Promise<PictureFile[]> {
  try {
    return (await develop(file, 'avif')).files;
  } catch (error) {
    if (error instanceof Fault) return [];
    throw error;
  }
}

const sizeOf = (files: readonly PictureFile[]) => files.reduce((sum, { bytes }) => sum + bytes.length, 0);

async function all(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
