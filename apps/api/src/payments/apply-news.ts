import { FestivalId } from '@festivals/domain/primitives';
import type { Ctx } from '../platform/context.ts';
import { look, platform, step } from '../platform/transaction.ts';
import { type ChargeKey, findByReference, findCharge } from './charge-store.ts';
import * as store from './event-store.ts';
import { hearDisputesOf, hearOtherNews } from './hear-other-news.ts';
import type { ProviderNews } from './provider.ts';

/** What becomes of a payment when its provider has news of it. Ticketing, which comes after this domain, brings it when it is loaded. */
export const onChargeNews: ((ctx: Ctx, charge: ChargeKey, references: readonly string[]) => Promise<void>)[] = [];

/** Applies news that are kept, and says what became of them; what cannot be done now is tried again later. */
export async function applyNews(ctx: Ctx, provider: string, news: ProviderNews): Promise<void> {
  try {
    const verdict = await verdictOn(ctx, provider, news);
    await step(ctx, platform, (tx) => store.concludeNews(tx, provider, news.id, verdict));
  } catch (error) {
    ctx.resources.log.warn({ err: error, provider, kind: news.kind }, 'news of a provider wait to be applied');
    await step(ctx, platform, (tx) => store.putOffNews(tx, provider, news.id));
  }
}

async function verdictOn(ctx: Ctx, provider: string, { about }: ProviderNews): Promise<store.Verdict> {
  if (about.what === 'nothing') return { outcome: 'IGNORED' };
  if (about.what !== 'charge') return hearOtherNews(ctx, provider, about);
  const charge = (await findByReference(ctx, provider, about.references)) ?? (await findClaimed(ctx, provider, about));
  if (!charge) return { outcome: 'QUARANTINED', reason: 'unknown_payment' };
  for (const apply of onChargeNews) await apply(ctx, charge, about.references);
  await hearDisputesOf(ctx, provider, charge);
  return { outcome: 'APPLIED', festivalId: charge.festivalId };
}

/**
 * The payment that the news themselves name: a page of the provider's brings charges whose names we were never told. What they
 * name is only where we look; where the money stands is asked by the name that we know.
 */
async function findClaimed(
  ctx: Ctx,
  provider: string,
  { claims }: Extract<ProviderNews['about'], { what: 'charge' }>,
): Promise<ChargeKey | null> {
  const { data: festivalId } = FestivalId.safeParse(claims?.festivalId);
  if (!claims || festivalId === undefined) return null;
  const charge = await look(ctx, festivalId, (tx) => findCharge(tx, claims.paymentId));
  return charge?.provider === provider ? charge : null;
}

/** News that could not be applied when they came. */
export async function applyWaitingNews(ctx: Ctx): Promise<void> {
  for (const { provider, news } of await store.waitingNews(ctx, 200)) await applyNews(ctx, provider, news);
}
