'use client';

import type { OrderAsked } from '@festivals/domain/ticketing/asked/contract';
import type { Order } from '@festivals/domain/ticketing/schemas';
import { useEffect, useEffectEvent, useState } from 'react';
import { useReturn } from '../../account/use-return.ts';
import { site } from '../../shell/site-later.ts';
import { forgetPurchase, keepOrderSecret, recallOrderSecret, recallPurchase } from '../purchase.ts';
import { problemOf, type Problem } from '../say-problem.ts';

export type OpenOrder =
  | { kind: 'loading' }
  | { kind: 'closed' }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'open'; order: Order; secret: string };

/** The order that the address names, for whoever brings or kept its secret, and what its buyer was asked. */
export function useOrder(festivalId: string) {
  const [state, setState] = useState<OpenOrder>({ kind: 'loading' });
  const [asked, setAsked] = useState<OrderAsked | null>(null);
  const open = useEffectEvent(async () => {
    const orderId = location.pathname.split('/').at(-1) ?? '';
    const secret = recallOrderSecret(orderId, location);
    if (secret === null) return setState({ kind: 'closed' });
    const which = { params: { festivalId, orderId }, query: { secret } };
    try {
      const order = await site.ticketing.viewOrder(which);
      keepOrderSecret(orderId, secret);
      // Whoever paid elsewhere and came back here is done: the shop begins anew.
      if (order.status === 'PAID' && recallPurchase(festivalId)?.orderId === orderId) forgetPurchase(festivalId);
      // What opens the order leaves the address bar, so that a shared screen or link gives nothing away.
      history.replaceState(history.state, '', location.pathname);
      setState({ kind: 'open', order, secret });
      // A paid order's page asks this with its holders; whoever is about to pay is told who owes the VAT.
      if (order.status === 'AWAITING_PAYMENT')
        await site.ticketing.viewOrderAsked(which).then(setAsked, () => undefined);
    } catch (error) {
      const problem = problemOf(error);
      setState(problem.kind === 'answer' ? { kind: 'closed' } : { kind: 'failed', problem });
    }
  });
  useEffect(() => void open(), []);
  useReturn(() => {
    if (state.kind === 'open' && recallOrderSecret(state.order.id, { hash: '', search: '' }) === null)
      setState({ kind: 'closed' });
  });

  /** The order as it is now. */
  const learn = (order: Order) => setState((now) => (now.kind === 'open' ? { ...now, order } : now));
  /** What its buyer has answered by now, names on tickets among it. */
  const learnAsked = (known: OrderAsked) => {
    setAsked(known);
    setState((now) => (now.kind === 'open' ? { ...now, order: withHolders(now.order, known) } : now));
  };
  return { state, asked, learn, learnAsked };
}

/** The order with the names that are on its tickets now. */
const withHolders = (order: Order, { holders }: OrderAsked): Order => ({
  ...order,
  tickets: order.tickets.map((ticket) => ({
    ...ticket,
    holder: holders.find(({ ticketId }) => ticketId === ticket.id)?.holder ?? ticket.holder,
  })),
});
