import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/media/contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, type Tx } from '../platform/transaction.ts';
import * as store from './store.ts';
import { found, refuseWithoutRoom } from './upload-picture.ts';

/** Says what a picture shows, unless somebody else has since the caller read it. */
export function updatePicture(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updatePicture>,
): Promise<Output<typeof contract.updatePicture>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = said(await atVersion(tx, params.pictureId, body.version));
    const { changes } = body;
    const after = {
      name: changes.name ?? before.name,
      alt: changes.alt ?? before.alt,
      credit: changes.credit ?? before.credit,
      focus: changes.focus ?? before.focus,
    };
    await store.update(tx, params.pictureId, after);
    await record(tx, ctx, { name: 'media.picture_changed', subjectId: params.pictureId, before, after });
    return found(tx, params.pictureId);
  });
}

/** Takes away what nothing shows; its files stay for a while, so that it can come back. */
export function deletePicture(ctx: Ctx, { params, query }: Input<typeof contract.deletePicture>): Promise<void> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await atVersion(tx, params.pictureId, query.version);
    if (before.uses.length > 0) fail('media.in_use', { uses: before.uses.slice(0, 20) });
    await store.remove(tx, params.pictureId, ctx.clock.now());
    await record(tx, ctx, { name: 'media.picture_deleted', subjectId: params.pictureId, before: said(before) });
  });
}

/** Brings back what was taken away; what is there already stays as it is. */
export function restorePicture(
  ctx: Ctx,
  { params }: Input<typeof contract.restorePicture>,
): Promise<Output<typeof contract.restorePicture>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await store.lockLibrary(tx);
    const picture = await store.lock(tx, params.pictureId);
    if (!picture) fail('general.not_found');
    if (picture.isDeleted) {
      await store.revive(tx, picture.id, ctx.clock.now());
      await refuseWithoutRoom(tx, ctx, 0);
      await record(tx, ctx, { name: 'media.picture_restored', subjectId: picture.id });
    }
    return found(tx, picture.id);
  });
}

/** A picture in the version that the caller saw, held until the end of the deed. */
async function atVersion(tx: Tx, id: string, version: number): Promise<store.PictureView> {
  const locked = await store.lock(tx, id);
  if (!locked || locked.isDeleted) fail('general.not_found');
  const picture = await found(tx, id);
  if (picture.version !== version) fail('general.conflict', { version: picture.version });
  return picture;
}

const said = ({ name, alt, credit, focus }: store.PictureView): store.Editable => ({ name, alt, credit, focus });
