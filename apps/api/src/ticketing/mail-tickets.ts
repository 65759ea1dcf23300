import { FestivalId, Language } from '@festivals/domain/primitives';
import * as festivals from '../festival/store.ts';
import { sendMail } from '../mail/send-mail.ts';
import type { Job } from '../platform/domain-module.ts';
import { look } from '../platform/transaction.ts';
import { printOrder } from './print-order.ts';
import { linkSecret } from './secret.ts';
import * as store from './store.ts';

/** "Your tickets": what a buyer gets once the money has come, with the tickets as PDF and a link that opens the order. */
export const mailTickets: Job = async (ctx, { festivalId, subjectId }) => {
  const found = await look(ctx, FestivalId.parse(festivalId), async (tx) => ({
    order: await store.findOrder(tx, subjectId),
    addressee: await store.addresseeOf(tx, subjectId),
    festival: await festivals.find(tx),
  }));
  const { order, addressee, festival } = found;
  if (!order || !addressee || !festival || order.tickets.length === 0) return;
  const language = Language.parse(addressee.language);
  const { env } = ctx.resources;
  await sendMail(ctx.resources, {
    to: addressee.email,
    language,
    template: 'tickets',
    values: {
      name: order.name,
      festival: festival.name,
      startsOn: festival.startsOn,
      endsOn: festival.endsOn,
      place: `${festival.place.name}, ${festival.place.city}`,
      reference: order.reference,
      count: order.tickets.length,
      link: `${env.SITE_URL}/${language}/${festival.slug}/orders/${order.id}?secret=${linkSecret(env, order.id)}`,
    },
    attachments: [
      {
        name: `tickets-${order.reference}.pdf`,
        type: 'application/pdf',
        bytes: await printOrder(ctx, order, language),
      },
    ],
  });
};
