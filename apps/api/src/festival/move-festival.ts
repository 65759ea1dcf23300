import type { Input, Output } from '@festivals/contract';
import type { moveFestival as contract } from '@festivals/domain/festival/contract';
import { nextStatuses } from '@festivals/domain/festival/rules';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import { findBlockers } from './readiness.ts';
import * as store from './store.ts';

/** Publishes, opens, closes or cancels a festival, one step of its life at a time. */
export async function moveFestival(
  ctx: Ctx,
  { params, body }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const { to } = body;
  return deed(ctx, params.festivalId, async (tx) => {
    const before = (await store.lock(tx)) ?? fail('general.not_found');
    const from = before.status;
    if (!nextStatuses(from).includes(to))
      fail('festival.illegal_transition', { from, to, allowed: nextStatuses(from) });
    const now = ctx.clock.now();
    if (to === 'PUBLISHED') {
      const blockers = await findBlockers(tx, before, now);
      if (blockers.length > 0) fail('festival.not_ready', { blockers });
    }
    const after = await store.move(tx, to, now);
    await record(tx, ctx, {
      name: 'festival.moved',
      subjectId: after.id,
      before: { status: from },
      after: { status: to },
    });
    return after;
  });
}
