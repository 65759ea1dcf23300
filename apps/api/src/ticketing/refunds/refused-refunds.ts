import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/refund-by-hand-contract';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { deed, look } from '../../platform/transaction.ts';
import { refusedRefunds, tryRefundAgain } from './refund-by-hand-store.ts';

/** Refunds that a provider did not give back. */
export const listRefusedRefunds = (
  ctx: Ctx,
  { params }: Input<typeof contract.listRefusedRefunds>,
): Promise<Output<typeof contract.listRefusedRefunds>> => look(ctx, params.festivalId, refusedRefunds);

/** Has a provider asked again; the job that finishes refunds sees to it within seconds. */
export const retryRefund = (
  ctx: Ctx,
  { params: { festivalId, refundId } }: Input<typeof contract.retryRefund>,
): Promise<Output<typeof contract.retryRefund>> =>
  deed(ctx, festivalId, async (tx) => {
    if (!(await tryRefundAgain(tx, refundId))) fail('general.not_found');
    await record(tx, ctx, { name: 'ticketing.refund_retried', subjectId: refundId });
    return refusedRefunds(tx);
  });
