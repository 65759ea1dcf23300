import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/contract';
import { plainRules } from '@festivals/domain/ticketing/pricing/plain-rules';
import { priceOrder } from '@festivals/domain/ticketing/pricing/price-order';
import { holdSeconds } from '@festivals/domain/ticketing/rules';
import { v7 } from 'uuid';
import type { Ctx } from '../platform/context.ts';
import { fail, Fault } from '../platform/fault.ts';
import * as hot from './hot-functions.ts';
import { hashSecret } from './secret.ts';

/** Holds a basket for fifteen minutes at today's prices: every place of it, or none. */
export async function holdBasket(
  ctx: Ctx,
  { params: { festivalId }, body }: Input<typeof contract.holdBasket>,
): Promise<Output<typeof contract.holdBasket>> {
  const catalogue = await hot.readCatalogue(
    ctx,
    festivalId,
    body.items.map((item) => item.ticketTypeId),
  );
  if (!catalogue) fail('general.not_found');
  const list = { festival: catalogue.status, country: '', rules: plainRules, types: catalogue.types, options: [] };
  const verdict = priceOrder({ wishes: { items: body.items }, list, now: ctx.clock.now() });
  if (!verdict.ok) fail(verdict.code, verdict.data);
  const basket = {
    festivalId,
    basketId: v7(),
    secretHash: hashSecret(body.secret),
    lines: verdict.lines.map(({ id, ...line }) => ({ ...line, ticketTypeId: id })),
    currency: catalogue.currency,
    seconds: holdSeconds,
  };
  return hot.holdBasket(ctx, basket).catch(async (error: unknown) => {
    // What others no longer may use is given back first; only then is it sold out.
    if (!isSoldOut(error) || (await hot.releaseExpired(ctx, festivalId, releasedAtOnce)) === 0) throw error;
    return hot.holdBasket(ctx, basket);
  });
}

const releasedAtOnce = 200;

const isSoldOut = (error: unknown): boolean =>
  error instanceof Error && error.message === ('ticketing.sold_out' satisfies Fault['name']);
