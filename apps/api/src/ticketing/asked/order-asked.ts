import type { Input, Output } from '@festivals/contract';
import type { FestivalId } from '@festivals/domain/primitives';
import type * as contract from '@festivals/domain/ticketing/asked/contract';
import { changesAreOpen } from '@festivals/domain/ticketing/asked/judge-changes';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look } from '../../platform/transaction.ts';
import { openOrder } from '../orders/open-order.ts';
import { guardianNow } from './guardian-now.ts';
import { type AskedNow, readAsked, todayAt } from './known-asked.ts';
import { findOrderAsked, type StoredAsked } from './order-asked-store.ts';

type View = Output<typeof contract.getOrderAsked>;

/** For the team, who look at it at the gate's desk as well. */
export const getOrderAsked = (
  ctx: Ctx,
  { params: { festivalId, orderId } }: Input<typeof contract.getOrderAsked>,
): Promise<View> => orderAsked(ctx, festivalId, orderId);

/** For the buyer. */
export async function viewOrderAsked(
  ctx: Ctx,
  { params: { festivalId, orderId }, query }: Input<typeof contract.viewOrderAsked>,
): Promise<View> {
  await requireBuyer(ctx, { festivalId, orderId, secret: query.secret });
  return orderAsked(ctx, festivalId, orderId);
}

async function orderAsked(ctx: Ctx, festivalId: FestivalId, orderId: string): Promise<View> {
  const now = (await readAsked(ctx, festivalId)) ?? fail('general.not_found');
  const found = await look(ctx, festivalId, (tx) => findOrderAsked(tx, orderId));
  return orderAskedView(ctx, now, found ?? fail('general.not_found'));
}

/** Somebody with the order's secret, or signed in with the address that bought; for anybody else there is no such order. */
export async function requireBuyer(
  ctx: Ctx,
  { festivalId, orderId, secret }: { festivalId: FestivalId; orderId: string; secret: string | undefined },
): Promise<void> {
  if (secret !== undefined) return void (await openOrder(ctx, festivalId, orderId, secret));
  if (ctx.caller.kind !== 'person') fail('general.not_found');
  const { rows } = await ctx.resources.pool.query<{ festivalId: string }>(
    'select festival_id as "festivalId" from lookup.order_of($1, $2)',
    [ctx.caller.personId, orderId],
  );
  if (rows[0]?.festivalId !== festivalId) fail('general.not_found');
}

export function orderAskedView(ctx: Ctx, now: AskedNow, { status, name: _name, ...stored }: StoredAsked): View {
  const { questions } = now.asked;
  const place = ({ questionId }: { questionId: string }) => {
    const at = questions.findIndex(({ id }) => id === questionId);
    return at === -1 ? questions.length : at;
  };
  const asAsked = <T extends { questionId: string }>(answers: readonly T[]): T[] =>
    answers.toSorted((one, other) => place(one) - place(other));
  return {
    ...stored,
    answers: asAsked(stored.answers),
    holders: stored.holders.map(({ status: _status, guardian, ...holder }) => ({
      ...holder,
      guardian: guardian && guardianNow(guardian, stored.holders),
      answers: asAsked(holder.answers),
    })),
    asked: { ...now.asked, questions: now.asked.questions.filter(({ active }) => active) },
    startsOn: now.startsOn,
    today: todayAt(ctx, now),
    open: status === 'PAID' && changesAreOpen(now.asked, ctx.clock.now()),
    changesUntil: now.asked.changesUntil,
    zone: now.zone,
  };
}
