import { formatMoney } from '@festivals/domain/money';
import { isPaidByHand } from '@festivals/domain/payments/rules';
import { sendMail } from '../../mail/send-mail.ts';
import type { Job } from '../../platform/domain-module.ts';
import { orderToMail } from '../orders/order-to-mail.ts';

/** "Your money goes back": the buyer may have left the page long before the bank was heard of. */
export const mailRefund: Job = async (ctx, payload) => {
  const due = await orderToMail(ctx, payload);
  if (!due) return;
  const { order, festival, language, link, to } = due;
  await sendMail(ctx.resources, {
    to,
    language,
    template: 'refunded',
    values: {
      name: order.name,
      festival: festival.name,
      reference: order.reference,
      amount: formatMoney(order.total, order.currency, language),
      byHand: isPaidByHand(order.payment?.provider),
      link,
    },
  });
};
