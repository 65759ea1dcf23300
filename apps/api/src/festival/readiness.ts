import type { Input, Output } from '@festivals/contract';
import { dateIn } from '@festivals/domain/calendar';
import { Blocker, type getReadiness as contract } from '@festivals/domain/festival/contract';
import { blockers } from '@festivals/domain/festival/rules';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { look, type Tx } from '../platform/transaction.ts';
import * as store from './store.ts';

/** What another domain may find to be missing; it adds its check to `readinessChecks` when its module is loaded. */
export interface ReadinessCheck {
  blocker: Blocker;
  /** Asked within the festival's transaction. */
  isBlocked(tx: Tx): Promise<boolean>;
}

/** Domains that come after this one cannot be asked by name: they register here. */
export const readinessChecks: ReadinessCheck[] = [];

/** Everything that blocks the festival's publication, in the order in which one would mend it. */
export async function findBlockers(tx: Tx, festival: store.FestivalView, now: Date): Promise<Blocker[]> {
  const own: Blocker[] = blockers({ ...festival, today: dateIn(now, festival.zone) });
  const found = new Set(own);
  for (const check of readinessChecks) if (await check.isBlocked(tx)) found.add(check.blocker);
  return Blocker.options.filter((blocker) => found.has(blocker));
}

/** What blocks the festival from being published. */
export const getReadiness = (ctx: Ctx, { params }: Input<typeof contract>): Promise<Output<typeof contract>> =>
  look(ctx, params.festivalId, async (tx) => {
    const festival = (await store.find(tx)) ?? fail('general.not_found');
    return { status: festival.status, blockers: await findBlockers(tx, festival, ctx.clock.now()) };
  });
