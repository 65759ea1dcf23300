import { FestivalId } from '@festivals/domain/primitives';
import { isDisputed, linesToRefund, priceRefund, ticketsToRefund } from '@festivals/domain/ticketing/refund-rules';
import { v7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/record.ts';
import { step } from '../../platform/transaction.ts';
import { giveBack } from './give-back.ts';
import * as store from './mass-refund-store.ts';
import { insertRefunds, type NewRefund, type OrderToRefund, ordersToRefund } from './refund-store.ts';

const ordersAtOnce = 100;

/** What a provider bears a second, with room for the buyers who pay meanwhile. */
const paceOf = (provider: string): number => {
  if (provider === 'sandbox' || provider === 'none') return Infinity;
  return provider === 'stripe' ? 40 : 10;
};

/** One festival's run is left for the next one's after so long, and a worker that is to end does not wait longer. */
const turnMs = 5000;

/** Goes on with every mass refund that is running, wherever it stands: also one whose worker has died. */
export async function runMassRefunds(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.resources.pool.query<{ festivalId: string; id: string }>(
    'select festival_id as "festivalId", id from lookup.running_mass_refunds()',
  );
  for (const { festivalId, id } of rows) {
    const until = performance.now() + turnMs;
    while (performance.now() < until && (await refundBatch(ctx, FestivalId.parse(festivalId), id)));
  }
}

/** Refunds the next orders of a run. False when there is nothing to do just now. */
async function refundBatch(ctx: Ctx, festivalId: FestivalId, id: string): Promise<boolean> {
  const { refunds, took } = await step(ctx, festivalId, async (tx) => {
    const terms = await store.termsOf(tx, id);
    if (!terms) return { refunds: [], took: 0 };
    const taken = await store.takeOrders(tx, id, ordersAtOnce);
    if (taken.length === 0) {
      if (await store.endIfDone(tx, id))
        await record(tx, ctx, { name: 'ticketing.mass_refund_done', subjectId: id, personId: terms.askedBy });
      return { refunds: [], took: 0 };
    }
    const orders = await ordersToRefund(tx, taken);
    const [left, given] = [orders.filter(isLeftAlone), orders.filter((order) => !isLeftAlone(order))];
    const inDispute = left.filter((order) => hasToGoBack(order, terms)).map((order) => order.id);
    if (inDispute.length > 0) await store.skipOrders(tx, id, inDispute, 'ticketing.payment_disputed');
    const reserved = given.flatMap((order) => refundOf(order, terms));
    if (reserved.length > 0) await insertRefunds(tx, reserved);
    const rest = restAfter(orders);
    if (rest > 0) await store.restFor(tx, id, rest);
    return { refunds: reserved.map((refund) => refund.id), took: taken.length };
  });
  await giveBack(ctx, festivalId, refunds);
  return took > 0;
}

/** A bank has taken money of it: what is to become of it says a person. */
const isLeftAlone = ({ payment }: OrderToRefund): boolean => payment !== null && isDisputed(payment);

const wantedOf = (order: OrderToRefund, terms: store.MassRefundTerms): string[] =>
  ticketsToRefund(order.tickets, terms.ticketTypeId, terms);

const linesOf = (order: OrderToRefund, terms: store.MassRefundTerms): number[] =>
  linesToRefund(order, terms.ticketTypeId);

const hasToGoBack = (order: OrderToRefund, terms: store.MassRefundTerms): boolean =>
  wantedOf(order, terms).length + linesOf(order, terms).length > 0;

/** The seconds after which the providers have borne these refunds. */
const restAfter = (orders: readonly OrderToRefund[]): number =>
  orders.reduce((seconds, { payment }) => (payment === null ? seconds : seconds + 1 / paceOf(payment.provider)), 0);

/** What goes back of an order by the terms; nothing when it has nothing left. */
function refundOf(order: OrderToRefund, terms: store.MassRefundTerms): NewRefund[] {
  if (order.payment === null || !hasToGoBack(order, terms)) return [];
  const verdict = priceRefund(wantedOf(order, terms), order.tickets, order.lines, terms, linesOf(order, terms));
  if (!verdict.ok) return [];
  const { amount, kept, parts, extras } = verdict;
  const { reason, askedBy, id: massRefundId } = terms;
  const { id: orderId, currency } = order;
  return [
    {
      id: v7(),
      orderId,
      paymentId: order.payment.id,
      currency,
      amount,
      kept,
      parts,
      extras,
      reason,
      askedBy,
      massRefundId,
    },
  ];
}
