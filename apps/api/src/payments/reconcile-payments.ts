import { FestivalId } from '@festivals/domain/primitives';
import { reconcile } from '@festivals/domain/payments/reconcile';
import type { Ctx } from '../platform/context.ts';
import { record } from '../platform/record.ts';
import { step } from '../platform/transaction.ts';
import { chargesSince, writeDifferences } from './difference-store.ts';
import type { ListedCharge, LiveProvider } from './provider.ts';
import { liveProviders } from './providers.ts';

/** How far back it looks each time: longer than any news are late. */
const lookBackMs = 3 * 86_400_000;
/** What is younger may still be under way. */
const leastAgeMs = 10 * 60_000;

/** Lays what we believe of charges beside each provider's own list, and tells each festival where they differ. */
export async function reconcilePayments(ctx: Ctx, { youngestMs = leastAgeMs } = {}): Promise<void> {
  for (const provider of liveProviders(ctx).values()) {
    await reconcileWith(ctx, provider, youngestMs).catch((error: unknown) =>
      ctx.resources.log.warn({ err: error, provider: provider.name }, 'a provider could not be reconciled with'),
    );
  }
}

async function reconcileWith(ctx: Ctx, provider: LiveProvider, youngestMs: number): Promise<void> {
  const now = ctx.clock.now().getTime();
  const since = new Date(now - lookBackMs);
  const ours = await chargesSince(ctx, provider.name, since);
  const theirs: ListedCharge[] = await Array.fromAsync(provider.list(since));
  const oldEnough = (at: Date) => at.getTime() <= now - youngestMs;
  const festivals = new Set(
    [...ours, ...theirs].flatMap(({ festivalId }) => FestivalId.safeParse(festivalId).data ?? []),
  );
  for (const festivalId of festivals) {
    const differences = reconcile(
      ours.filter((charge) => charge.festivalId === festivalId && oldEnough(new Date(charge.begunAt))),
      theirs.filter((charge) => charge.festivalId === festivalId && oldEnough(charge.at)),
    );
    await tell(ctx, festivalId, { provider: provider.name, since, differences });
  }
}

async function tell(ctx: Ctx, festivalId: FestivalId, found: Parameters<typeof writeDifferences>[1]): Promise<void> {
  await step(ctx, festivalId, async (tx) => {
    const count = await writeDifferences(tx, found);
    if (count === 0) return;
    await record(tx, ctx, {
      name: 'payments.differences_found',
      subjectId: festivalId,
      after: { provider: found.provider, count },
    });
  }).catch((error: unknown) => ctx.resources.log.warn({ err: error, festivalId }, 'differences could not be written'));
}
