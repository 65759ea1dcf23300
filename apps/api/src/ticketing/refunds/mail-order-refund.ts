import { formatMoney } from '@festivals/domain/money';
import { isPaidByHand } from '@festivals/domain/payments/rules';
import { FestivalId } from '@festivals/domain/primitives';
import { z } from 'zod';
import { sendMail } from '../../mail/send-mail.ts';
import type { Job } from '../../platform/domain-module.ts';
import { told } from '../../platform/told.ts';
import { look } from '../../platform/transaction.ts';
import { orderToMail } from '../orders/order-to-mail.ts';
import * as store from './lost-refund-store.ts';

const Told = z.object({
  amount: z.int(),
  reason: z.string(),
  whole: z.boolean(),
  types: z.array(z.object({ tickets: z.int() })),
});

/** "Your tickets were refunded": which order, how many, how much, and why; or what else was bought. */
export const mailOrderRefund: Job = async (ctx, payload) => {
  const due = await orderToMail(ctx, payload);
  if (!due) return;
  const { order, festival, language, link, to } = due;
  const { amount, reason, whole, types, isDisputed } = await look(
    ctx,
    FestivalId.parse(payload.festivalId),
    async (tx) => ({ ...(await told(tx, payload, Told)), isDisputed: await store.isDisputed(tx, order.id) }),
  );
  await sendMail(ctx.resources, {
    to,
    language,
    template: 'order_refunded',
    values: {
      name: order.name,
      festival: festival.name,
      reference: order.reference,
      count: types.reduce((sum, { tickets }) => sum + tickets, 0),
      left: order.tickets.length > 0 ? 'tickets' : whole ? 'nothing' : 'lines',
      amount: formatMoney(amount, order.currency, language),
      reason,
      byHand: isPaidByHand(order.payment?.provider),
      byBank: amount === 0 && isDisputed,
      link,
    },
  });
};
