/** Every day each proven domain is looked for again: DNS changes without telling us. */
import { seeDomain } from '@festivals/domain/festival/domain-rules';
import type { Ctx } from '../platform/context.ts';
import { look, step } from '../platform/transaction.ts';
import { domainView, tellOfDomain } from './domain.ts';
import * as store from './domain-store.ts';
import { findRecord } from './find-record.ts';

const everyMs = 86_400_000;
const mostAtOnce = 200;

/** Looks for those that nobody looked for since yesterday. A name server that does not answer is asked again in the next round. */
export async function lookForDomains(ctx: Ctx): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - everyMs);
  for (const festivalId of await store.unseenSince(ctx.resources.db, since, mostAtOnce)) {
    const seen = await look(ctx, festivalId, store.read);
    if (!seen) continue;
    // Asked before the transaction: somebody else's name server may take its time.
    const sight = await findRecord(ctx.resources.env, domainView(seen).record);
    if (sight === 'silent') continue;
    await step(ctx, festivalId, async (tx) => {
      const before = await store.lock(tx);
      // Meanwhile it was given up, or another one was claimed.
      if (before?.token !== seen.token) return;
      const { change, ...standing } = seeDomain(before, sight, ctx.clock.now());
      const after = await store.see(tx, standing, ctx.clock.now());
      if (change) await tellOfDomain(tx, ctx, `festival.${change}`, { before, after, festivalId });
    });
  }
}
