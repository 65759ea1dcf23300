import { randomBytes } from 'node:crypto';
import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/contract';
import { orderReference, paySeconds } from '@festivals/domain/ticketing/rules';
import { v7 } from 'uuid';
import type { Ctx } from '../platform/context.ts';
import * as hot from './hot-functions.ts';
import { withCodes } from './order-view.ts';
import { detailsOf } from './pricing/order-details.ts';
import { hashSecret } from './secret.ts';

/** Turns a held basket into an order; the price is the one the visitor saw when the hold was taken. */
export async function placeOrder(
  ctx: Ctx,
  { params: { festivalId }, body }: Input<typeof contract.placeOrder>,
): Promise<Output<typeof contract.placeOrder>> {
  const order = await hot.placeOrder(ctx, {
    festivalId,
    orderId: v7(),
    basketId: body.basketId,
    secretHash: hashSecret(body.secret),
    reference: orderReference(randomBytes(8)),
    email: body.email,
    name: body.name,
    language: body.language,
    personId: ctx.caller.kind === 'person' ? ctx.caller.personId : null,
    paySeconds,
    details: detailsOf(body.holders),
  });
  return withCodes(ctx, order);
}
