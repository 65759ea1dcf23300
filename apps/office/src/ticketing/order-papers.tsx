import type { Festival } from '@festivals/domain/festival/contract';
import type { Order } from '@festivals/domain/ticketing/schemas';
import { Printer, ReceiptText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { PaperButton } from './paper-button.tsx';

/** What of an order goes on paper: its tickets while they open a gate, and its receipt once it was paid. */
export function OrderPapers({ festival, order }: { festival: Festival; order: Order }) {
  const t = useTranslations('office.order');
  const params = { festivalId: festival.id, orderId: order.id };
  return (
    <>
      {order.tickets.some(({ status }) => status === 'SOLD' || status === 'USED') && (
        <PaperButton
          file={`tickets-${order.reference}.pdf`}
          load={() => api.ticketing.handOutTickets({ params, query: {} })}
        >
          <Printer aria-hidden="true" />
          {t('print')}
        </PaperButton>
      )}
      {order.paidAt !== null && order.total > 0 && (
        <PaperButton file={`receipt-${order.reference}.pdf`} load={() => api.ticketing.getReceipt({ params })}>
          <ReceiptText aria-hidden="true" />
          {t('receipt')}
        </PaperButton>
      )}
    </>
  );
}
