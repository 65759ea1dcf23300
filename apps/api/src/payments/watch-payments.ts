import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/payments/watch-contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { actorId, record } from '../platform/record.ts';
import { deed, look, type Tx } from '../platform/transaction.ts';
import * as store from './difference-store.ts';

/** Where our books and the providers' differ, what buyers dispute, and news of payments that nobody asked for. */
export const watchPayments = (
  ctx: Ctx,
  { params }: Input<typeof contract.watchPayments>,
): Promise<Output<typeof contract.watchPayments>> => look(ctx, params.festivalId, (tx) => watched(tx, ctx));

const seesUnclaimed = ({ caller }: Ctx): boolean => caller.kind === 'person' && caller.superAdmin;

async function watched(tx: Tx, ctx: Ctx): Promise<Output<typeof contract.watchPayments>> {
  return {
    differences: await store.openDifferences(tx),
    disputes: await store.disputes(tx),
    quarantined: await store.quarantined(tx, { unclaimed: seesUnclaimed(ctx) }),
  };
}

/** Somebody looked at news that nobody here expected, and says what they are. */
export const settleNews = (
  ctx: Ctx,
  { params, body }: Input<typeof contract.settleNews>,
): Promise<Output<typeof contract.settleNews>> =>
  deed(ctx, params.festivalId, async (tx) => {
    if (!(await store.settleNews(tx, { ...body, unclaimed: seesUnclaimed(ctx) }))) fail('general.not_found');
    await record(tx, ctx, { name: 'payments.news_settled', subjectId: params.festivalId, after: body });
    return watched(tx, ctx);
  });

/** Somebody looked at a difference and says what it is. */
export const settleDifference = (
  ctx: Ctx,
  { params, body }: Input<typeof contract.settleDifference>,
): Promise<Output<typeof contract.settleDifference>> =>
  deed(ctx, params.festivalId, async (tx) => {
    if (!(await store.settle(tx, params.differenceId, { by: actorId(ctx.caller), note: body.note })))
      fail('general.not_found');
    await record(tx, ctx, {
      name: 'payments.difference_settled',
      subjectId: params.differenceId,
      after: { note: body.note },
    });
    return watched(tx, ctx);
  });
