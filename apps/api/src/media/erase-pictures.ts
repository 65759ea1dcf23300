import { keptDays } from '@festivals/domain/media/rules';
import type { Ctx } from '../platform/context.ts';
import { record } from '../platform/record.ts';
import { step } from '../platform/transaction.ts';
import { keysOf } from './files-of.ts';
import { storageOf } from './storage-of.ts';
import * as store from './store.ts';

const atOnce = 100;
const day = 86_400_000;

/** Erases for good what was taken away a week ago, and what nothing has shown for a season. */
export async function erasePictures(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now().getTime();
  const deletedBefore = new Date(now - keptDays.deleted * day);
  const unusedBefore = new Date(now - keptDays.unused * day);
  for (;;) {
    const due = await store.toErase(ctx.resources.db, { deletedBefore, unusedBefore, most: atOnce });
    let erased = 0;
    for (const one of due) if (await erase(ctx, one)) erased += 1;
    // What came into use meanwhile is asked for again, and passed over again: whoever erased nothing is done.
    if (due.length < atOnce || erased === 0) return;
  }
}

async function erase(ctx: Ctx, { festivalId, id }: store.Located): Promise<boolean> {
  const gone = await step(ctx, festivalId, async (tx) => {
    const picture = await store.lock(tx, id);
    if (!picture || (!picture.isDeleted && (await store.isShown(tx, id)))) return undefined;
    await store.erase(tx, id);
    await record(tx, ctx, { name: 'media.picture_erased', subjectId: id });
    return picture;
  });
  if (!gone) return false;
  // A copy that has no files of its own yet shows these: then the sweep takes them away later, as it does what a crash leaves.
  if ((await store.known(ctx.resources.db, [gone.address])).size > 0) return true;
  await (await storageOf(ctx.resources.env)).remove(keysOf(gone));
  return true;
}

/** Takes away files that belong to no picture: uploads and erasures that were cut off half-way, a day ago or longer. */
export async function sweepFiles(ctx: Ctx): Promise<void> {
  const storage = await storageOf(ctx.resources.env);
  const before = ctx.clock.now().getTime() - day;
  let keys: string[] = [];
  for await (const { key, writtenAt } of storage.list()) {
    if (writtenAt.getTime() < before) keys.push(key);
    if (keys.length < 1000) continue;
    await removeUnknown(ctx, keys);
    keys = [];
  }
  await removeUnknown(ctx, keys);
}

async function removeUnknown(ctx: Ctx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const addressOf = (key: string) => key.slice(0, key.indexOf('/'));
  const known = await store.known(ctx.resources.db, [...new Set(keys.map(addressOf))]);
  const left = keys.filter((key) => !known.has(addressOf(key)));
  if (left.length === 0) return;
  await (await storageOf(ctx.resources.env)).remove(left);
  ctx.resources.log.info({ files: left.length }, 'files without a picture were taken away');
}
