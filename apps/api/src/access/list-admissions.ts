import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/access/contract';
import { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import { decodeCursor, pageOf } from '../platform/cursor.ts';
import { look } from '../platform/transaction.ts';
import { admissions } from './admission-store.ts';

const Place = z.tuple([z.iso.datetime(), z.uuid()]);

/** Who came in, newest first unless said otherwise. */
export async function listAdmissions(
  ctx: Ctx,
  { params, query }: Input<typeof contract.listAdmissions>,
): Promise<Output<typeof contract.listAdmissions>> {
  const after = decodeCursor(Place, query.cursor);
  const rows = await look(ctx, params.festivalId, (tx) =>
    admissions(tx, params.festivalId, {
      after,
      descending: query.descending,
      conflicts: query.conflicts ?? false,
      most: query.limit + 1,
    }),
  );
  return pageOf(
    rows,
    query.limit,
    ({ at, id }) => [at, id],
    (row) => row,
  );
}
