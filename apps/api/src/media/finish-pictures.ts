import type { Ctx } from '../platform/context.ts';
import { Fault } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { step, type Tx } from '../platform/transaction.ts';
import { develop, type PictureFile } from './develop.ts';
import { copyFiles, whole } from './copy-files.ts';
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
  if (picture.copyOf !== null) return settle(ctx, storage, { festivalId, id }, { ...picture, from: picture.copyOf });
  const original = await storage.get(originalOf(picture.address));
  const files = original ? await smallerFiles(await whole(original)) : [];
  const isThere = await write(storage, picture, files, () =>
    finished(ctx, { festivalId, id }, (tx) =>
      store.finish(tx, id, files.length > 0 ? ['avif', 'webp'] : ['webp'], sizeOf(files)),
    ),
  );
  await storage.remove(isThere ? [originalOf(picture.address)] : keysOf(picture));
}

/** Gives a copy files of its own; what was still to be made of the first is then made of this one, in the next turn. */
async function settle(
  ctx: Ctx,
  storage: Storage,
  { festivalId, id }: store.Located,
  copy: store.PictureRow & { from: string },
): Promise<void> {
  const { address, widths, from } = copy;
  const { formats, hasOriginal } = await copyFiles(storage, { from, to: address, widths });
  // Files that cannot be read now are asked for again when whoever took it on counts as gone.
  if (formats.length === 0)
    return ctx.resources.log.warn({ id }, 'the files of a picture that is copied are not there');
  const isThere = await finished(ctx, { festivalId, id }, (tx) => store.settleCopy(tx, id, formats, hasOriginal));
  if (!isThere) await storage.remove(keysOf(copy));
}

/** Notes what a picture has now, and tells those who show it; false when it is not there any more. */
const finished = (ctx: Ctx, { festivalId, id }: store.Located, note: (tx: Tx) => Promise<boolean>): Promise<boolean> =>
  step(ctx, festivalId, async (tx) => {
    const isThere = await note(tx);
    if (isThere) await record(tx, ctx, { name: 'media.picture_finished', subjectId: id });
    return isThere;
  });

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
