import type { Order } from '@festivals/domain/ticketing/schemas';
import type { OrderMoment } from '@festivals/domain/ticketing/order-deeds-contract';
import { formatMoney } from '@festivals/ui/format-money';
import { Notice } from '@festivals/ui/notice';
import { useLocale, useTranslations } from 'use-intl';
import { z } from 'zod';

const Told = z.object({
  status: z.enum(['OPEN', 'WON', 'LOST']),
  amount: z.int(),
  /** What was told before banks were heard to ask alone had always been taken. */
  withdrawn: z.boolean().default(true),
});

/** What the buyer's bank did about an order's money, as its story tells last; nothing where it left it, or brought it again. */
export function OrderDispute({ order, moments }: { order: Order; moments: readonly OrderMoment[] }) {
  const t = useTranslations('office.order.dispute');
  const locale = useLocale();
  const last = moments.findLast(({ name }) => name === 'payments.dispute_changed');
  const { data: told } = Told.safeParse(last?.details);
  if (!told || told.status === 'WON') return null;
  const amount = formatMoney(told.amount, order.currency, locale);
  const isOpen = told.status === 'OPEN';
  return (
    <Notice tone={isOpen && told.withdrawn ? 'danger' : 'warning'}>
      {isOpen ? t(told.withdrawn ? 'OPEN' : 'ASKED', { amount }) : t('LOST', { amount })}
    </Notice>
  );
}
