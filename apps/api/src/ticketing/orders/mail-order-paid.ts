import { formatMoney } from '@festivals/domain/money';
import type { FestivalId } from '@festivals/domain/primitives';
import { localised } from '@festivals/messages';
import { sendMail } from '../../mail/send-mail.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/record.ts';
import { step } from '../../platform/transaction.ts';
import { printReceipt } from '../receipt/print-receipt.ts';
import type { orderToMail } from './order-to-mail.ts';

type Due = NonNullable<Awaited<ReturnType<typeof orderToMail>>>;

/** "Your order": what a buyer gets who bought no ticket, with what it was, and the receipt where something was paid. */
export async function mailOrderPaid(ctx: Ctx, { order, festival, company, language, link, to }: Due): Promise<void> {
  const money = (amount: number) => formatMoney(amount, order.currency, language);
  const { reference, total } = order;
  await sendMail(ctx.resources, {
    to,
    language,
    template: 'order_paid',
    values: {
      name: order.name,
      festival: festival.name,
      startsOn: festival.startsOn,
      endsOn: festival.endsOn,
      place: `${festival.place.name}, ${festival.place.city}`,
      reference,
      lines: order.lines.map(({ kind, name, quantity, unitPrice }) => ({
        what: kind === 'DONATION' ? null : `${quantity} × ${localised(name, language, festival.languages)}`,
        amount: money(quantity * unitPrice),
      })),
      total: money(total),
      link,
      company,
    },
    attachments:
      total === 0
        ? []
        : [
            {
              name: `receipt-${reference}.pdf`,
              type: 'application/pdf',
              bytes: await printReceipt(ctx, order, () => language),
            },
          ],
  });
  await step(ctx, order.festivalId as FestivalId, (tx) =>
    record(tx, ctx, { name: 'ticketing.order_mailed', subjectId: order.id, after: { tickets: 0 } }),
  );
}
