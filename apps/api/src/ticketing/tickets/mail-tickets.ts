import type { FestivalId } from '@festivals/domain/primitives';
import { sendMail } from '../../mail/send-mail.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Job } from '../../platform/domain-module.ts';
import { record } from '../../platform/record.ts';
import { step } from '../../platform/transaction.ts';
import { mailOrderPaid } from '../orders/mail-order-paid.ts';
import { orderToMail } from '../orders/order-to-mail.ts';
import { printOrder } from './print-order.ts';

/** "Your tickets": what a buyer gets once the money has come, with the tickets as PDF and a link that opens the order; or what else was bought. */
export const mailTickets: Job = async (ctx, payload) => {
  const due = await orderToMail(ctx, payload);
  if (due && due.order.status === 'PAID' && due.order.tickets.length === 0) return mailOrderPaid(ctx, due);
  return mailPrinted(ctx, due, 'tickets');
};

/** The same with new codes, for those whose key was withdrawn: what they had opens no gate any more. */
export const mailNewTickets: Job = async (ctx, payload) =>
  mailPrinted(ctx, await orderToMail(ctx, payload), 'new_tickets');

type Due = Awaited<ReturnType<typeof orderToMail>>;

async function mailPrinted(ctx: Ctx, due: Due, template: 'tickets' | 'new_tickets'): Promise<void> {
  const living = due?.order.tickets.filter(({ status }) => status === 'SOLD' || status === 'USED') ?? [];
  if (!due || living.length === 0) return;
  const { order, festival, company, language, link, to } = due;
  await sendMail(ctx.resources, {
    to,
    language,
    template,
    values: {
      name: order.name,
      festival: festival.name,
      startsOn: festival.startsOn,
      endsOn: festival.endsOn,
      place: `${festival.place.name}, ${festival.place.city}`,
      reference: order.reference,
      count: living.length,
      link,
      ticketLink: due.ticketLink(living[0]?.id ?? ''),
      company,
    },
    attachments: [
      {
        name: `tickets-${order.reference}.pdf`,
        type: 'application/pdf',
        bytes: await printOrder(ctx, order, { language }),
      },
    ],
  });
  await step(ctx, order.festivalId as FestivalId, (tx) =>
    record(tx, ctx, { name: 'ticketing.order_mailed', subjectId: order.id, after: { tickets: living.length } }),
  );
}
