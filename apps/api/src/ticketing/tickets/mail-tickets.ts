import type { FestivalId } from '@festivals/domain/primitives';
import { sendMail } from '../../mail/send-mail.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Job, JobPayload } from '../../platform/domain-module.ts';
import { record } from '../../platform/record.ts';
import { step } from '../../platform/transaction.ts';
import { orderToMail } from '../orders/order-to-mail.ts';
import { printOrder } from './print-order.ts';

/** "Your tickets": what a buyer gets once the money has come, with the tickets as PDF and a link that opens the order. */
export const mailTickets: Job = (ctx, payload) => mailPrinted(ctx, payload, 'tickets');

/** The same with new codes, for those whose key was withdrawn: what they had opens no gate any more. */
export const mailNewTickets: Job = (ctx, payload) => mailPrinted(ctx, payload, 'new_tickets');

async function mailPrinted(ctx: Ctx, payload: JobPayload, template: 'tickets' | 'new_tickets'): Promise<void> {
  const due = await orderToMail(ctx, payload);
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
