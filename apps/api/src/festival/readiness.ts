import type { Input, Output } from '@festivals/contract';
import { dateIn } from '@festivals/domain/calendar';
import { Advice, Blocker, type getReadiness as contract } from '@festivals/domain/festival/contract';
import { adviceOn, blockers, stepsFrom } from '@festivals/domain/festival/rules';
import { countTeam } from '../identity/copy-team.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { look, type Tx } from '../platform/transaction.ts';
import * as details from './details-store.ts';
import * as store from './store.ts';

/** What another domain may find to be missing; it adds its check to `readinessChecks` when its module is loaded. */
export interface ReadinessCheck {
  blocker: Blocker;
  /** Asked within the festival's transaction. */
  isBlocked(tx: Tx): Promise<boolean>;
}

/** Domains that come after this one cannot be asked by name: they register here. */
export const readinessChecks: ReadinessCheck[] = [];

/** What another domain may find that a good festival should still have. */
export interface AdviceCheck {
  advice: Advice;
  /** Asked within the festival's transaction. */
  isMissing(tx: Tx): Promise<boolean>;
}

/** As `readinessChecks`, for what does not block. */
export const adviceChecks: AdviceCheck[] = [];

/** Everything that blocks the festival's publication, in the order in which one would mend it. */
export async function findBlockers(tx: Tx, festival: store.FestivalView, now: Date): Promise<Blocker[]> {
  const own: Blocker[] = blockers({ ...festival, today: dateIn(now, festival.zone) });
  const found = new Set(own);
  for (const check of readinessChecks) if (await check.isBlocked(tx)) found.add(check.blocker);
  return Blocker.options.filter((blocker) => found.has(blocker));
}

async function findAdvice(tx: Tx): Promise<Advice[]> {
  const { contact, legal, policies, faq, vat } = await details.read(tx);
  const found = new Set(
    adviceOn({
      contact: contact.content,
      legal: legal.content,
      policies: policies.content,
      faq: faq.content,
      vat: vat.content,
    }),
  );
  if ((await countTeam(tx)) < 2) found.add('team');
  for (const check of adviceChecks) if (await check.isMissing(tx)) found.add(check.advice);
  return Advice.options.filter((advice) => found.has(advice));
}

/** What blocks the festival from being published, what it lacks, and what to know before each step. */
export const getReadiness = (ctx: Ctx, { params }: Input<typeof contract>): Promise<Output<typeof contract>> =>
  look(ctx, params.festivalId, async (tx) => {
    const festival = (await store.find(tx)) ?? fail('general.not_found');
    const now = ctx.clock.now();
    const blockers = await findBlockers(tx, festival, now);
    return {
      status: festival.status,
      blockers,
      advice: await findAdvice(tx),
      steps: stepsFrom(festival, { blockers, today: dateIn(now, festival.zone) }),
    };
  });
