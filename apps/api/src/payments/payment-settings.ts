import type { Input, Output } from '@festivals/contract';
import { breakerState } from '@festivals/domain/payments/breaker';
import { smallestCoin } from '@festivals/domain/payments/cash';
import type * as contract from '@festivals/domain/payments/contract';
import { type OnlineProvider, OnlineProvider as Providers, type PaymentWay } from '@festivals/domain/payments/schemas';
import type { FestivalId } from '@festivals/domain/primitives';
import { find as findFestival } from '../festival/store.ts';
import { visibleFestival } from '../festival/visible-festival.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, look } from '../platform/transaction.ts';
import { healthOf } from './health-store.ts';
import { liveProviders } from './providers.ts';
import * as store from './setting-store.ts';

/** How a festival takes money, and how its providers stand. No key is ever told. */
export const getPaymentSettings = (ctx: Ctx, { params }: Input<typeof contract.getPaymentSettings>): Promise<Room> =>
  roomOf(ctx, params.festivalId);

type Room = Output<typeof contract.getPaymentSettings>;

async function roomOf(ctx: Ctx, festivalId: FestivalId): Promise<Room> {
  const found = await look(ctx, festivalId, async (tx) => ({
    ...(await store.readSettings(tx)),
    currency: ((await findFestival(tx)) ?? fail('general.not_found')).currency,
  }));
  return { ...found, providers: await Promise.all(Providers.options.map((provider) => stateOf(ctx, provider))) };
}

async function stateOf(ctx: Ctx, provider: OnlineProvider) {
  const health = await healthOf(ctx, provider);
  const known = liveProviders(ctx).get(provider);
  return {
    provider,
    configured: known !== undefined,
    live: known?.live ?? false,
    breaker: breakerState(health, ctx.clock.now()),
    failures: health.failures,
    shutUntil: health.shutUntil?.toISOString() ?? null,
  };
}

/** Chooses how a festival takes money. */
export async function updatePaymentSettings(
  ctx: Ctx,
  { params: { festivalId }, body: { version, settings } }: Input<typeof contract.updatePaymentSettings>,
): Promise<Output<typeof contract.updatePaymentSettings>> {
  for (const provider of settings.online)
    if (!liveProviders(ctx).has(provider)) fail('payments.provider_not_configured', { provider });
  await deed(ctx, festivalId, async (tx) => {
    if (!(await findFestival(tx))) fail('general.not_found');
    const before = await store.readSettings(tx);
    if (before.version !== version || !(await store.writeSettings(tx, settings, version))) fail('general.conflict');
    await record(tx, ctx, {
      name: 'payments.settings_changed',
      subjectId: festivalId,
      before: before.settings,
      after: settings,
    });
  });
  return roomOf(ctx, festivalId);
}

/** The ways that a festival offers now. */
export async function waysOf(ctx: Ctx, festivalId: FestivalId) {
  const { settings } = await look(ctx, festivalId, store.readSettings);
  const online = settings.online.filter((name) => liveProviders(ctx).has(name));
  const ways: PaymentWay[] = settings.practice
    ? ['sandbox']
    : [
        ...(online.length > 0 ? (['online'] as const) : []),
        ...(settings.transfer ? (['bank_transfer'] as const) : []),
        ...(settings.onSite ? (['on_site'] as const) : []),
      ];
  return { settings, ways, online };
}

export async function listPaymentWays(
  ctx: Ctx,
  { params: { festivalId } }: Input<typeof contract.listPaymentWays>,
): Promise<Output<typeof contract.listPaymentWays>> {
  const { currency } = await look(ctx, festivalId, (tx) => visibleFestival(tx, ctx, festivalId));
  const { ways, settings, online } = await waysOf(ctx, festivalId);
  const embedded = settings.embedded && online[0] === 'stripe';
  return { ways, embedded, cashCoin: smallestCoin(currency, settings) };
}
