import { FestivalId } from '@festivals/domain/primitives';
import { z } from 'zod';
import { sendMail } from '../../mail/send-mail.ts';
import type { Job } from '../../platform/domain-module.ts';
import { told } from '../../platform/told.ts';
import { look } from '../../platform/transaction.ts';
import { orderToMail } from './order-to-mail.ts';

const Told = z.object({ reason: z.string() });

/** "Nothing is due any more": whoever was about to pay should not. */
export const mailOrderCancelled: Job = async (ctx, payload) => {
  const due = await orderToMail(ctx, payload);
  if (!due) return;
  const { order, festival, language, link, to } = due;
  const { reason } = await look(ctx, FestivalId.parse(payload.festivalId), (tx) => told(tx, payload, Told));
  await sendMail(ctx.resources, {
    to,
    language,
    template: 'order_cancelled',
    values: { name: order.name, festival: festival.name, reference: order.reference, reason, link },
  });
};
