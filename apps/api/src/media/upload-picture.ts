import type { Input, Output } from '@festivals/contract';
import type { uploadPicture as contract } from '@festivals/domain/media/contract';
import { createHash, createHmac } from 'node:crypto';
import { v7 } from 'uuid';
import { deriveKey } from '../identity/derive-key.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, look, step, type Tx } from '../platform/transaction.ts';
import { develop, type Developed } from './develop.ts';
import { keysOf, originalOf } from './files-of.ts';
import { receive } from './receive.ts';
import { storageOf } from './storage-of.ts';
import * as store from './store.ts';

/**
 * Takes a picture in. It can be shown as soon as this answers; its smaller formats follow. Its files are written before it is
 * known, under an address of its own, so that neither a crash nor a second upload of the same file leaves half a picture.
 */
export const uploadPicture = (
  ctx: Ctx,
  { params, query, body }: Input<typeof contract>,
): Promise<Output<typeof contract>> =>
  receive(body, async (file) => {
    const { festivalId } = params;
    const hash = createHash('sha256').update(file).digest();
    const known = await step(ctx, festivalId, (tx) => sameAgain(tx, ctx, hash));
    if (known) return known;
    await look(ctx, festivalId, (tx) => refuseWithoutRoom(tx, ctx, file.length));
    const made = await develop(file, 'webp');
    const id = v7();
    const address = addressOf(ctx, id, hash);
    try {
      await keep(ctx, address, made, file);
      const { picture, isNew } = await deed(ctx, festivalId, async (tx) => {
        await store.lockLibrary(tx);
        const first = await sameAgain(tx, ctx, hash);
        if (first) return { picture: first, isNew: false };
        const { width, height, widths, placeholder, files } = made;
        const bytes = files.reduce((sum, one) => sum + one.bytes.length, 0);
        await refuseWithoutRoom(tx, ctx, bytes);
        await store.insert(tx, { id, hash, address, name: query.name, width, height, widths, placeholder, bytes });
        const after = { name: query.name, width, height, bytes };
        await record(tx, ctx, { name: 'media.picture_uploaded', subjectId: id, after });
        return { picture: await found(tx, id), isNew: true };
      });
      if (!isNew) await discard(ctx, address, made);
      return picture;
    } catch (error) {
      await discard(ctx, address, made);
      throw error;
    }
  });

export const found = async (tx: Tx, id: string): Promise<store.PictureView> =>
  (await store.find(tx, id)) ?? fail('general.not_found');

/** The picture that this file is already, brought back where it had been taken away. */
async function sameAgain(tx: Tx, ctx: Ctx, hash: Buffer): Promise<store.PictureView | undefined> {
  const same = await store.lockByHash(tx, hash);
  if (!same) return undefined;
  if (same.isDeleted) {
    await store.revive(tx, same.id, ctx.clock.now());
    await record(tx, ctx, { name: 'media.picture_restored', subjectId: same.id });
  }
  return found(tx, same.id);
}

export async function refuseWithoutRoom(tx: Tx, ctx: Ctx, bytes: number): Promise<void> {
  const most = ctx.resources.env.MEDIA_FESTIVAL_BYTES;
  const { used } = await store.space(tx);
  if (used + bytes > most) fail('media.no_space', { used, most });
}

const addressOf = ({ resources }: Ctx, id: string, hash: Buffer): string =>
  createHmac('sha256', deriveKey(resources.env.SEALING_SECRET, 'picture-address'))
    .update(id)
    .update(hash)
    .digest('base64url')
    .slice(0, 32);

async function keep({ resources }: Ctx, address: string, { files }: Developed, file: Buffer): Promise<void> {
  try {
    const storage = await storageOf(resources.env);
    // Formats that take longer are made of the file as it came; it is never served, and goes when they are done.
    await storage.put(originalOf(address), file, 'application/octet-stream');
    for (const { name, type, bytes } of files) await storage.put(`${address}/${name}`, bytes, type);
  } catch (error) {
    resources.log.error({ err: error }, 'the storage does not take a picture');
    fail('general.unavailable');
  }
}

/** What cannot be taken away now is found by the sweep. */
async function discard(ctx: Ctx, address: string, { widths }: Developed): Promise<void> {
  const storage = await storageOf(ctx.resources.env);
  await storage.remove(keysOf({ address, widths })).catch((error: unknown) => {
    ctx.resources.log.warn({ err: error, address }, 'files of a refused picture are left over');
  });
}
