import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/devices/contract';
import { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import { decodeCursor, pageOf } from '../platform/cursor.ts';
import { look } from '../platform/transaction.ts';
import * as store from './store.ts';

const Place = z.tuple([z.uuid()]);

/** The festival's devices, the newest first, revoked ones among them. */
export async function listDevices(
  ctx: Ctx,
  { params, query }: Input<typeof contract.listDevices>,
): Promise<Output<typeof contract.listDevices>> {
  const [beforeId] = decodeCursor(Place, query.cursor) ?? [null];
  const rows = await look(ctx, params.festivalId, (tx) => store.listDevices(tx, beforeId, query.limit + 1));
  return pageOf(
    rows,
    query.limit,
    (device) => [device.id],
    (device) => device,
  );
}
