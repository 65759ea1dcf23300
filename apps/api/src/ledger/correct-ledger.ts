import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ledger/contract';
import { imbalance } from '@festivals/domain/ledger/rules';
import { v7 } from 'uuid';
import { find as findFestival } from '../festival/store.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import * as store from './store.ts';

/** Books a correction in the festival's currency: what was wrong stays, and what makes it right stands beside it with its reason. */
export function correctLedger(
  ctx: Ctx,
  { params, body }: Input<typeof contract.correctLedger>,
): Promise<Output<typeof contract.correctLedger>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const { currency } = (await findFestival(tx)) ?? fail('general.not_found');
    const legs = body.legs.map((leg) => ({ ...leg, currency }));
    const missing = imbalance(legs);
    if (missing.length > 0) fail('ledger.unbalanced', { missing });
    const now = ctx.clock.now();
    const correction = { id: v7(), kind: 'CORRECTION', reason: body.reason, legs } as const;
    await store.book(tx, params.festivalId, [{ ...correction, occurredAt: now }]);
    await record(tx, ctx, {
      name: 'ledger.corrected',
      subjectId: correction.id,
      after: { reason: body.reason, legs: body.legs },
    });
    return { ...correction, occurredAt: now.toISOString(), bookedAt: now.toISOString() };
  });
}
