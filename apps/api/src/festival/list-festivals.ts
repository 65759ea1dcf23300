import type { Input, Output } from '@festivals/contract';
import type { listFestivals as contract } from '@festivals/domain/festival/contract';
import { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import { decodeCursor, pageOf } from '../platform/cursor.ts';
import * as store from './store.ts';

const Place = z.tuple([z.int32(), z.uuid()]);

/** Published festivals: those to come, the next first, and then those that are over, the latest first. */
export async function listFestivals(ctx: Ctx, { query }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const [rank, id] = decodeCursor(Place, query.cursor) ?? [];
  const after = rank === undefined || id === undefined ? null : { rank, id };
  const rows = await store.listPublic(ctx.resources.db, ctx.clock.now(), after, query.limit);
  return pageOf(
    rows,
    query.limit,
    ({ rank, festival }) => [rank, festival.id],
    ({ festival }) => festival,
  );
}
