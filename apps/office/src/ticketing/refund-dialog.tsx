import type { Festival } from '@festivals/domain/festival/contract';
import type { Line, Order } from '@festivals/domain/ticketing/schemas';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { formatMoney } from '@festivals/ui/format-money';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { FormFailure } from '../shell/failure.tsx';
import { KeepField } from './keep-field.tsx';
import { UsedToo, WhichTickets } from './refund-choice.tsx';
import { RefundLines } from './refund-lines.tsx';
import { useRefundDraft, type RefundDraft } from './use-refund-draft.ts';

/** `beside` is what of the order is no ticket and did not go back yet; `notice`, what is to be known before money leaves. */
type Props = { festival: Festival; order: Order; beside: readonly Line[]; notice: ReactNode; onClose: () => void };

/** What goes back, for how much and why: a real confirmation, because money leaves. */
export function RefundDialog({ festival, order, beside, notice, onClose }: Props) {
  const t = useTranslations('office.order');
  const shell = useTranslations('office.shell');
  const locale = useLocale();
  const form = useId();
  const draft = useRefundDraft(order, beside);
  const refund = useRefund({ festival, order, onClose });
  const { currency } = order;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('refundTitle')}
        description={t('refundLead')}
        closeLabel={shell('close')}
        footer={
          <>
            <Button onClick={onClose}>{t('refundCancel')}</Button>
            <Button tone="danger" type="submit" form={form} disabled={draft.body === null} busy={refund.isPending}>
              {t('refundDo', { amount: formatMoney(draft.amount, currency, locale) })}
            </Button>
          </>
        }
      >
        <form
          id={form}
          noValidate
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            refund.mutate(draft.body);
          }}
        >
          {notice}
          <Field label={t('refundReason')}>
            <Input
              value={draft.reason}
              maxLength={300}
              required
              onChange={({ target }) => draft.setReason(target.value)}
            />
          </Field>
          <KeepField draft={draft.keepDraft} currency={currency} onChange={draft.setKeep} />
          <UsedToo draft={draft} />
          <WhichTickets draft={draft} currency={currency} />
          <RefundLines
            lines={beside}
            currency={currency}
            chosen={draft.chosenLines}
            all={draft.isAll}
            backOf={draft.backOfExtra}
            onChoose={draft.chooseLine}
          />
          <FormFailure error={refund.error} />
        </form>
      </DialogContent>
    </Dialog>
  );
}

/** Gives back what was chosen, and says how much went or waits. */
function useRefund({ festival, order, onClose }: Omit<Props, 'beside' | 'notice'>) {
  const t = useTranslations('office.order');
  const locale = useLocale();
  const say = useToast();
  const client = useQueryClient();
  const keyOf = useDeedKey();
  return useMutation({
    mutationFn: (body: RefundDraft['body']) => {
      if (body === null) return Promise.reject(new Error('nothing to give back'));
      const params = { festivalId: festival.id, orderId: order.id };
      return api.ticketing.refundOrder({ params, body }, { idempotencyKey: keyOf(body) });
    },
    onSuccess: async (done) => {
      const amount = formatMoney(done.amount, done.currency, locale);
      say({ title: t(done.status === 'PENDING' ? 'refundWaits' : 'refundDone', { amount }) });
      onClose();
      await client.invalidateQueries({ queryKey: ['festival', festival.id] });
    },
  });
}
