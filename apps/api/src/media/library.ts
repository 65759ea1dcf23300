import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/media/contract';
import { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import { decodeCursor, pageOf } from '../platform/cursor.ts';
import { fail } from '../platform/fault.ts';
import { look } from '../platform/transaction.ts';
import * as store from './store.ts';

const Place = z.tuple([z.uuid()]);

/** The festival's pictures, the latest first. */
export async function listPictures(
  ctx: Ctx,
  { params, query }: Input<typeof contract.listPictures>,
): Promise<Output<typeof contract.listPictures>> {
  const [after = null] = decodeCursor(Place, query.cursor) ?? [];
  const { search = '', unused, limit } = query;
  const rows = await look(ctx, params.festivalId, (tx) => store.list(tx, { search, unused, after, limit }));
  return pageOf(
    rows,
    limit,
    ({ id }) => [id],
    (picture) => picture,
  );
}

/** One picture. */
export const getPicture = (
  ctx: Ctx,
  { params }: Input<typeof contract.getPicture>,
): Promise<Output<typeof contract.getPicture>> =>
  look(ctx, params.festivalId, async (tx) => (await store.find(tx, params.pictureId)) ?? fail('general.not_found'));

/** How much room there is. */
export const getSpace = (
  ctx: Ctx,
  { params }: Input<typeof contract.getSpace>,
): Promise<Output<typeof contract.getSpace>> =>
  look(ctx, params.festivalId, async (tx) => ({
    ...(await store.space(tx)),
    most: ctx.resources.env.MEDIA_FESTIVAL_BYTES,
  }));
