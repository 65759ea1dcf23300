import { randomBytes } from 'node:crypto';
import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/contract';
import { orderReference, paySeconds } from '@festivals/domain/ticketing/rules';
import { v7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { Fault } from '../../platform/fault.ts';
import { detailsToPlace } from '../asked/details-to-place.ts';
import { forgetAsked } from '../asked/known-asked.ts';
import * as hot from './hot-functions.ts';
import { keepPresentment } from '../paying/keep-presentment.ts';
import { type StoredOrder, withCodes } from '../orders/order-view.ts';
import { hashSecret } from './secret.ts';

type Asked = Input<typeof contract.placeOrder>;
type Placed = Output<typeof contract.placeOrder>;

/** Turns a held basket into an order; the price is the one the visitor saw when the hold was taken. */
export async function placeOrder(ctx: Ctx, asked: Asked): Promise<Placed> {
  try {
    return await place(ctx, asked);
  } catch (error) {
    // What is asked changed since this process looked: whoever answered is judged by what is asked now.
    if (error instanceof Error && error.message === 'ticketing.asked_changed') {
      forgetAsked(ctx, asked.params.festivalId);
      return place(ctx, asked);
    }
    // An order that was placed before its answer was lost stays placed, whatever is asked by now.
    if (!(error instanceof Fault) || error.name !== 'ticketing.answers_wrong') throw error;
    const kept = await hot.keptAnswer<StoredOrder>(ctx);
    if (kept === null) throw error;
    return withCodes(ctx, kept);
  }
}

async function place(ctx: Ctx, { params: { festivalId }, body }: Asked): Promise<Placed> {
  const secretHash = hashSecret(body.secret);
  const order = await hot.placeOrder(ctx, {
    festivalId,
    orderId: v7(),
    basketId: body.basketId,
    secretHash,
    reference: orderReference(randomBytes(8)),
    email: body.email,
    name: body.name,
    language: body.language,
    personId: ctx.caller.kind === 'person' ? ctx.caller.personId : null,
    paySeconds,
    details: await detailsToPlace(ctx, { festivalId, basketId: body.basketId, secretHash }, body),
  });
  return withCodes(ctx, body.shownIn ? { ...order, ...(await keepPresentment(ctx, order, body.shownIn)) } : order);
}
