import type { Ctx } from '../platform/context.ts';
import { hearOtherNews } from './hear-other-news.ts';
import type { LiveProvider } from './provider.ts';
import { liveProviders } from './providers.ts';

/** How far back it looks each time: longer than a settlement takes, and than news are late. */
const lookBackMs = 14 * 86_400_000;

/** Disputes and payouts of which providers send no news, or whose news were lost: asked for, and booked once. */
export async function lookForUntold(ctx: Ctx): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - lookBackMs);
  for (const provider of liveProviders(ctx).values()) {
    await hear(ctx, provider, 'dispute', () => provider.disputesSince(since));
    await hear(ctx, provider, 'payout', () => provider.payoutsSince(since));
  }
}

/** One that cannot be told keeps no other from being heard. */
async function hear(
  ctx: Ctx,
  { name }: LiveProvider,
  what: 'dispute' | 'payout',
  ask: () => Promise<readonly string[]>,
): Promise<void> {
  const warn = (error: unknown) =>
    ctx.resources.log.warn({ err: error, provider: name, what }, 'a provider could not tell what it has no news of');
  const references = await ask().catch((error: unknown) => {
    warn(error);
    return [];
  });
  for (const reference of references) await hearOtherNews(ctx, name, { what, reference, account: null }).catch(warn);
}
