'use client';

import type { Order } from '@festivals/domain/ticketing/schemas';
import { ReceiptText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PillLink } from '../../shell/pill-link.tsx';

/** The address of one of an order's papers. */
export const orderFile = (
  festivalId: string,
  orderId: string,
  secret: string,
  name: 'receipt.pdf' | 'tickets.pdf',
): string => `/api/festivals/${festivalId}/orders/${orderId}/${name}?secret=${encodeURIComponent(secret)}`;

/** The receipt of an order that was paid, whatever became of it. */
export function Receipt({ festivalId, order, secret }: { festivalId: string; order: Order; secret: string }) {
  const t = useTranslations('site.order');
  if (order.paidAt === null || order.total === 0) return null;
  return (
    <PillLink href={orderFile(festivalId, order.id, secret, 'receipt.pdf')} download>
      <ReceiptText aria-hidden="true" className="size-5" />
      {t('receipt')}
    </PillLink>
  );
}
