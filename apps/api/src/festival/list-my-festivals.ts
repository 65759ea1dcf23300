import type { Input, Output } from '@festivals/contract';
import type { listMyFestivals as contract } from '@festivals/domain/festival/contract';
import { LocalDate } from '@festivals/domain/primitives';
import { z } from 'zod';
import { type Ctx, personOf } from '../platform/context.ts';
import { decodeCursor, pageOf } from '../platform/cursor.ts';
import * as store from './store.ts';

const Place = z.tuple([LocalDate, z.uuid()]);

/** The festivals in whose team I am, drafts included, the latest first. */
export async function listMyFestivals(ctx: Ctx, { query }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { personId } = personOf(ctx);
  const [startsOn, id] = decodeCursor(Place, query.cursor) ?? [];
  const after = startsOn === undefined || id === undefined ? null : { startsOn, id };
  const rows = await store.listOf(ctx.resources.db, personId, after, query.limit);
  return pageOf(
    rows,
    query.limit,
    (row) => [row.startsOn, row.id],
    (row) => row,
  );
}
