import { randomBytes } from 'node:crypto';
import type { Input, Output } from '@festivals/contract';
import type { ProviderName } from '@festivals/domain/payments/schemas';
import type * as contract from '@festivals/domain/ticketing/desk-contract';
import { orderReference, paySeconds } from '@festivals/domain/ticketing/rules';
import { office } from '@festivals/messages/office';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { bookReceived } from '../../payments/book-received.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { actorId, record } from '../../platform/record.ts';
import { deed, type Tx } from '../../platform/transaction.ts';
import * as hot from '../sale/hot-functions.ts';
import { type StoredOrder, withCodes } from '../orders/order-view.ts';
import { extrasOf } from '../pricing/extras-of.ts';
import { lineView } from '../pricing/line-view.ts';
import type { OrderDetails } from '../pricing/order-details.ts';
import { type Priced, priceWishes } from '../pricing/price-wishes.ts';
import { codeCountedByAddress } from '../pricing/promo-code-store.ts';
import { hashSecret, linkSecret } from '../sale/secret.ts';
import { tryForPlaces } from '../sale/try-for-places.ts';
import { detailsAtDesk } from './details-at-desk.ts';

type Asked = Input<typeof contract.sellAtDesk>;
type Means = Asked['body']['means'];

/** Who brings the money, as the books name it. What is given away is brought by nobody. */
const brings: Readonly<Record<Means, ProviderName>> = {
  CASH: 'on_site',
  CARD_TERMINAL: 'card_terminal',
  BANK_TRANSFER: 'bank_transfer',
  FREE: 'none',
};

/** Sells what stands in front of the desk, in one deed: the same prices, places and books as the shop's, paid as it is sold. */
export async function sellAtDesk(ctx: Ctx, asked: Asked): Promise<Output<typeof contract.sellAtDesk>> {
  const order =
    (await hot.keptAnswer<StoredOrder>(ctx)) ??
    (await tryForPlaces(ctx, asked.params.festivalId, () => sell(ctx, asked)));
  // What the functions of a sale commit is on the disk before anybody is handed a ticket.
  await ctx.resources.untilDurable();
  return { order: await withCodes(ctx, order), secret: linkSecret(ctx.resources.env, order.id) };
}

async function sell(ctx: Ctx, { params: { festivalId }, body }: Asked): Promise<StoredOrder> {
  const isFree = body.means === 'FREE';
  const priced = await priceWishes(ctx, festivalId, isFree ? { ...body.wishes, donation: 0 } : body.wishes);
  if (!isFree && priced.order.total > body.total) fail('ticketing.price_changed', { total: priced.order.total });
  const basket = isFree ? givenAway(priced) : basketOf(priced);
  const name = body.name ?? office[body.language].desk.nameless;
  const details = await detailsAtDesk(ctx, festivalId, basket.lines, { ...body, name });
  return deed(ctx, festivalId, async (tx) => {
    // Whoever leaves no address cannot be counted by it.
    const counted = body.email ? undefined : await codeCountedByAddress(tx, basket.extras?.codes ?? []);
    if (counted !== undefined) fail('ticketing.code_needs_email', { code: counted });
    const order = await placeAndSettle(tx, ctx, { festivalId, body: { ...body, name }, basket, details });
    const { payment, currency } = order;
    if (payment && payment.amount > 0 && (body.means === 'CASH' || body.means === 'BANK_TRANSFER')) {
      const provider = body.means === 'CASH' ? 'on_site' : 'bank_transfer';
      const at = ctx.clock.now();
      await bookReceived(tx, { festivalId, paymentId: payment.id, provider, amount: payment.amount, currency, at });
    }
    await record(tx, ctx, {
      name: 'ticketing.order_sold_at_desk',
      subjectId: order.id,
      after: { means: body.means, total: order.total, ...(body.reason && { reason: body.reason }) },
    });
    return order;
  });
}

type Basket = ReturnType<typeof basketOf>;

function basketOf({ order, currency, buyer }: Pick<Priced, 'order' | 'currency' | 'buyer'>) {
  const lines = order.lines.map((line, at) => ({ ...lineView(line, at), quotaId: line.quotaId }));
  return { lines, extras: extrasOf(order, buyer), currency };
}

/** What is given away costs nothing, whatever it would have cost: codes open what is hidden, and are not used up by it. */
function givenAway({ order, currency }: Priced): Basket {
  const lines = order.lines
    .filter(({ kind }) => kind === 'TICKET' || kind === 'OPTION')
    .map((line) => ({ ...line, unitPrice: 0, vatAmount: 0, why: [] }));
  const claims = order.claims.filter(({ code }) => code === null);
  return basketOf({ order: { ...order, lines, claims, codes: [], reverseCharge: false }, currency, buyer: null });
}

interface Placed {
  festivalId: string;
  body: Asked['body'] & { name: string };
  basket: Basket;
  details: OrderDetails | null;
}

async function placeAndSettle(
  tx: Tx,
  ctx: Ctx,
  { festivalId, body, basket: { lines, extras, currency }, details }: Placed,
): Promise<StoredOrder> {
  const [basketId, orderId, paymentId] = [v7(), v7(), v7()];
  const secret = hashSecret(randomBytes(32).toString('base64url'));
  const by = JSON.stringify({ kind: ctx.caller.kind, id: actorId(ctx.caller), request: ctx.request.id });
  const none = sql`array[null]::bytea[], array[null]::text[], array[null]::bytea[]`;
  await sql`
    select hold_baskets(${festivalId}, array[${basketId}]::uuid[], array[${secret}]::bytea[], array[${JSON.stringify(lines)}]::jsonb[],
      array[${extras && JSON.stringify(extras)}]::jsonb[], array[${currency}]::text[], array[${paySeconds}]::int[], array[${by}]::jsonb[], ${none})`.execute(
    tx,
  );
  // At the desk nothing has to be answered: what was told is an answer to whatever is asked by now. Nor is it limited what one person has.
  await sql`
    select place_orders(${festivalId}, array[${orderId}]::uuid[], array[${basketId}]::uuid[], array[${secret}]::bytea[],
      array[${orderReference(randomBytes(8))}]::text[], array[${body.email ?? ''}]::text[], array[${body.name}]::text[], array[${body.language}]::text[],
      array[null]::uuid[], array[${paySeconds}]::int[],
      array[coalesce(${details && JSON.stringify(details)}::jsonb, '{}') || jsonb_strip_nulls(jsonb_build_object('kind', 'DESK', 'asked',
        (select a.version from asked_of_buyers a where a.festival_id = current_festival())))]::jsonb[],
      array[${by}]::jsonb[], ${none})`.execute(tx);
  await sql`
    select begin_payments(${festivalId}, array[${orderId}]::uuid[], array[${secret}]::bytea[], array[${paymentId}]::uuid[],
      array[${brings[body.means]}]::text[], ${none})`.execute(tx);
  const { rows } = await sql<{ order: StoredOrder }>`
    select (settle_payments(${festivalId}, array[${paymentId}]::uuid[], array[${by}]::jsonb[], ${none}))[1] as "order"`.execute(
    tx,
  );
  return rows[0]?.order ?? fail('general.internal');
}
