import { randomBytes } from 'node:crypto';
import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/pricing/contract';
import { orderReference } from '@festivals/domain/ticketing/rules';
import { v7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { deed } from '../../platform/transaction.ts';
import * as store from './promo-code-store.ts';
import { requireTypes } from './promo-codes.ts';

/** Makes many codes of one kind at once: all of them or none. Each has limits of its own. */
export function makePromoCodes(
  ctx: Ctx,
  { params, body }: Input<typeof contract.makePromoCodes>,
): Promise<Output<typeof contract.makePromoCodes>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await requireTypes(tx, body);
    const { prefix, count, uses, budget, ...terms } = body;
    const made = Array.from({ length: count }, () => ({
      ...terms,
      id: v7(),
      code: prefix + orderReference(randomBytes(8)),
      usesQuotaId: uses === null ? null : v7(),
      budgetQuotaId: budget === null ? null : v7(),
    }));
    await store.insertQuotas(
      tx,
      made.flatMap(({ usesQuotaId, budgetQuotaId }) => [
        ...(usesQuotaId === null || uses === null ? [] : [{ id: usesQuotaId, capacity: uses }]),
        ...(budgetQuotaId === null || budget === null ? [] : [{ id: budgetQuotaId, capacity: budget }]),
      ]),
    );
    // Two in 32⁸ alike would be chance itself; whoever meets it asks again.
    if ((await store.insertCodes(tx, made)) < count) fail('ticketing.code_taken', { prefix });
    await record(tx, ctx, {
      name: 'ticketing.codes_made',
      subjectId: params.festivalId,
      after: { prefix, count, uses, budget, ...terms },
    });
    return { made: count, first: made[0]?.code ?? '' };
  });
}
