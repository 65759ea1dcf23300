import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/mass-refund-contract';
import { z } from 'zod';
import type { Ctx } from '../../platform/context.ts';
import { decodeCursor, pageOf } from '../../platform/cursor.ts';
import { fail } from '../../platform/fault.ts';
import { look } from '../../platform/transaction.ts';
import * as store from './mass-refund-store.ts';

const Place = z.tuple([z.uuid()]);

/** Orders of a mass refund whose money did not go back, and why. */
export async function listRefundFailures(
  ctx: Ctx,
  { params, query }: Input<typeof contract.listRefundFailures>,
): Promise<Output<typeof contract.listRefundFailures>> {
  const place = decodeCursor(Place, query.cursor);
  const rows = await look(ctx, params.festivalId, async (tx) => {
    if (!(await store.termsOf(tx, params.massRefundId))) fail('general.not_found');
    return store.refundFailures(tx, params.massRefundId, place?.[0] ?? null, query.limit + 1);
  });
  return pageOf(
    rows,
    query.limit,
    (failure) => [failure.place],
    ({ place: _place, ...failure }) => failure,
  );
}
