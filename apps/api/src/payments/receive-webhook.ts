import type { Input } from '@festivals/contract';
import type * as contract from '@festivals/domain/payments/contract';
import type { Ctx } from '../platform/context.ts';
import { platform, step } from '../platform/transaction.ts';
import { applyNews } from './apply-news.ts';
import { keepNews } from './event-store.ts';
import { liveProvider } from './providers.ts';

/** News from a provider: verified on their bytes, kept as they came, then applied; a provider that hears nothing good sends them again. */
export async function receiveWebhook(
  ctx: Ctx,
  { params, query, body }: Input<typeof contract.receiveWebhook>,
): Promise<void> {
  const provider = liveProvider(ctx, params.provider);
  const raw = Buffer.concat(await Array.fromAsync(body.body));
  const news = provider.readNews(raw, { headers: ctx.request.headers, query, now: ctx.clock.now() });
  const isNew = await step(ctx, platform, (tx) => keepNews(tx, { provider: provider.name, news, body: raw }));
  if (isNew) await applyNews(ctx, provider.name, news);
}
