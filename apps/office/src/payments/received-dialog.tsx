import type { Festival } from '@festivals/domain/festival/contract';
import { inCoins } from '@festivals/domain/payments/cash';
import type { Order } from '@festivals/domain/ticketing/schemas';
import { formatMoney } from '@festivals/ui/format-money';
import { useToast } from '@festivals/ui/toast';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { NoteDialog } from './note-dialog.tsx';
import { cashCoinQuery } from './queries.ts';

/** Whether an order waits for money that somebody's hands bring; one that ran out may still be paid while there are places. */
export const waitsForHands = ({ status, payment }: Order): boolean =>
  (status === 'AWAITING_PAYMENT' || status === 'EXPIRED') &&
  (payment?.provider === 'bank_transfer' || payment?.provider === 'on_site');

/** Money by transfer or at the gate has come: a real confirmation, because tickets go out. */
export function ReceivedDialog({
  festival,
  order,
  onClose,
}: {
  festival: Festival;
  order: Order;
  onClose: () => void;
}) {
  const t = useTranslations('office.payments');
  const locale = useLocale();
  const say = useToast();
  const queryClient = useQueryClient();
  const keyOf = useDeedKey();
  const { data: coin = 1 } = useQuery(cashCoinQuery(festival.id));
  const { payment } = order;
  const came = payment?.provider === 'on_site' ? inCoins(order.total, coin) : order.total;
  const amount = formatMoney(came, order.currency, locale);
  if (payment === null) return null;
  return (
    <NoteDialog
      title={t('receivedTitle', { amount })}
      lead={t('receivedLead')}
      label={t('note')}
      hint={t('receivedHint')}
      confirm={t('received')}
      maxLength={200}
      onClose={onClose}
      onConfirm={async (note) => {
        const params = { festivalId: festival.id, orderId: order.id, paymentId: payment.id };
        const body = { note };
        await api.ticketing.markPaymentReceived({ params, body }, { idempotencyKey: keyOf(body) });
        say({ title: t('receivedDone') });
        await queryClient.invalidateQueries({ queryKey: ['festival', festival.id] });
      }}
    />
  );
}
