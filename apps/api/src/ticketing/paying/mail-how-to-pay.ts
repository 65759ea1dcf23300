import { formatMoney } from '@festivals/domain/money';
import { FestivalId } from '@festivals/domain/primitives';
import { localeOf } from '@festivals/messages';
import { sendMail } from '../../mail/send-mail.ts';
import { readSettings } from '../../payments/setting-store.ts';
import type { Job } from '../../platform/domain-module.ts';
import { look } from '../../platform/transaction.ts';
import { orderToMail } from '../orders/order-to-mail.ts';

/** "How to pay": where the money goes and until when, for whoever closes the page. Nothing once the order is over. */
export const mailHowToPay: Job = async (ctx, payload) => {
  const due = await orderToMail(ctx, payload);
  if (!due || due.order.status !== 'AWAITING_PAYMENT') return;
  const { order, festival, language, link, to } = due;
  const { settings } = await look(ctx, FestivalId.parse(payload.festivalId), readSettings);
  const transfer = order.payment?.provider === 'bank_transfer' ? settings.transfer : null;
  const until = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: festival.zone });
  await sendMail(ctx.resources, {
    to,
    language,
    template: 'how_to_pay',
    values: {
      name: order.name,
      festival: festival.name,
      reference: order.reference,
      what: order.lines.some(({ kind }) => kind === 'TICKET') ? 'tickets' : 'order',
      amount: formatMoney(order.total, order.currency, language),
      until: until.format(new Date(order.payUntil)),
      holder: transfer?.holder ?? '',
      iban: transfer?.iban.replace(/(.{4})(?=.)/g, '$1 ') ?? '',
      link,
    },
  });
};
