import type { Festival } from '@festivals/domain/festival/contract';
import type { Order } from '@festivals/domain/ticketing/schemas';
import { Button } from '@festivals/ui/button';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { useFailureText } from '../shell/failure.tsx';
import { AskDialog } from './ask-dialog.tsx';

/** What can be done with an order as a whole, beside giving its money back. */
export function OrderActions({ festival, order }: { festival: Festival; order: Order }) {
  const t = useTranslations('office.orderDeeds');
  const say = useToast();
  const failureText = useFailureText();
  const client = useQueryClient();
  const keyOf = useDeedKey();
  const [asked, setAsked] = useState<'correct' | 'cancel' | null>(null);
  const close = () => setAsked(null);
  const isTicketless = order.tickets.length === 0;
  const params = { festivalId: festival.id, orderId: order.id };
  const resend = useMutation({
    mutationFn: () => api.ticketing.mailOrder({ params, body: {} }),
    onSuccess: () => say({ title: t(isTicketless ? 'resentConfirmation' : 'resent', { email: order.email }) }),
    onError: (error) => say({ tone: 'danger', title: failureText(error).title }),
    onSettled: () => client.invalidateQueries({ queryKey: ['festival', festival.id, 'order', order.id] }),
  });
  const hasMail = isTicketless
    ? order.status === 'PAID'
    : order.tickets.some(({ status }) => status === 'SOLD' || status === 'USED');
  return (
    <>
      {hasMail && order.email !== '' && (
        <Button busy={resend.isPending} onClick={() => resend.mutate()}>
          {t(isTicketless ? 'resendConfirmation' : 'resend')}
        </Button>
      )}
      {order.status === 'AWAITING_PAYMENT' && <Button onClick={() => setAsked('cancel')}>{t('cancelOrder')}</Button>}
      <Button onClick={() => setAsked('correct')}>{t('correct')}</Button>
      {asked === 'cancel' && (
        <AskDialog
          danger
          festival={festival}
          title={t('cancelOrderTitle')}
          lead={t('cancelOrderLead')}
          fields={[{ name: 'reason', label: t('why'), maxLength: 300 }]}
          confirm={t('cancelOrder')}
          keep={t('keep')}
          onConfirm={({ reason = '' }) =>
            api.ticketing.cancelOrder({ params, body: { reason } }, { idempotencyKey: keyOf([order.id, reason]) })
          }
          onClose={close}
        />
      )}
      {asked === 'correct' && (
        <AskDialog
          festival={festival}
          title={t('correctTitle')}
          lead={t('correctLead')}
          fields={[
            { name: 'name', label: t('name'), value: order.name, maxLength: 120 },
            {
              name: 'email',
              label: t('email'),
              value: order.email,
              type: 'email',
              maxLength: 254,
              optional: order.email === '',
            },
            { name: 'reason', label: t('why'), maxLength: 300 },
          ]}
          confirm={t('save')}
          keep={t('cancel')}
          onConfirm={({ name = '', email = '', reason = '' }) =>
            api.ticketing.correctOrder({
              params,
              body: { was: { name: order.name, email: order.email }, name, email, reason },
            })
          }
          onClose={close}
        />
      )}
    </>
  );
}
