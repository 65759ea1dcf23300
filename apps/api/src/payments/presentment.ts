import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/payments/presentment-contract';
import { find as findFestival } from '../festival/store.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { actorId, record } from '../platform/record.ts';
import { deed, look, type Tx } from '../platform/transaction.ts';
import * as store from './presentment-store.ts';

type Room = Output<typeof contract.getPresentment>;

/** In which other currencies prices are shown. */
export const getPresentment = (ctx: Ctx, { params }: Input<typeof contract.getPresentment>): Promise<Room> =>
  look(ctx, params.festivalId, room);

async function room(tx: Tx): Promise<Room> {
  const { currency } = (await findFestival(tx)) ?? fail('general.not_found');
  return { currency, rates: await store.presentmentRates(tx), version: await store.presentmentVersion(tx) };
}

/** Chooses the currencies and their rates; each is written with its moment, and none is ever changed. */
export const updatePresentment = (
  ctx: Ctx,
  { params: { festivalId }, body: { version, rates } }: Input<typeof contract.updatePresentment>,
): Promise<Room> =>
  deed(ctx, festivalId, async (tx) => {
    await store.lockPresentment(tx);
    const before = await room(tx);
    if (before.version !== version) fail('general.conflict');
    if (rates.some(({ currency }) => currency === before.currency))
      fail('general.validation_failed', {
        part: 'body',
        issues: [{ path: 'rates', code: 'custom', message: 'own_currency' }],
      });
    const rateOf = (currency: string, of: readonly { currency: string; rate: number }[]) =>
      of.find((one) => one.currency === currency)?.rate ?? null;
    const named = new Set([...before.rates, ...rates].map(({ currency }) => currency));
    const changed = [...named]
      .map((currency) => ({ currency, rate: rateOf(currency, rates) }))
      .filter(({ currency, rate }) => rate !== rateOf(currency, before.rates));
    if (changed.length === 0) return before;
    await store.writeRates(tx, changed, actorId(ctx.caller));
    const after = await room(tx);
    await record(tx, ctx, {
      name: 'payments.presentment_changed',
      subjectId: festivalId,
      before: { rates: before.rates },
      after: { rates: after.rates },
    });
    return after;
  });
