import type { Festival } from '@festivals/domain/festival/contract';
import { nextInCoins } from '@festivals/domain/payments/cash';
import { type RefundByHand, RepaidFrom } from '@festivals/domain/ticketing/refund-by-hand-contract';
import { Field } from '@festivals/ui/field';
import { formatMoney } from '@festivals/ui/format-money';
import { Select } from '@festivals/ui/select';
import { useToast } from '@festivals/ui/toast';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { NoteDialog } from './note-dialog.tsx';
import { cashCoinQuery } from './queries.ts';

/** Money goes back the way it came, unless somebody says otherwise. */
const asItCame: Readonly<Record<RefundByHand['provider'], RepaidFrom>> = {
  bank_transfer: 'BANK',
  on_site: 'CASH',
  card_terminal: 'TERMINAL',
};

/** Somebody paid a refund back by hand: from where, and what proves it. */
export function RepaidDialog({
  festival,
  refund,
  onClose,
}: {
  festival: Festival;
  refund: RefundByHand;
  onClose: () => void;
}) {
  const t = useTranslations('office.refundsByHand');
  const locale = useLocale();
  const say = useToast();
  const queryClient = useQueryClient();
  const keyOf = useDeedKey();
  const [from, setFrom] = useState(asItCame[refund.provider]);
  const { data: coin = 1 } = useQuery(cashCoinQuery(festival.id));
  const left = from === 'CASH' ? nextInCoins(refund.amount, refund.repaidInCash, coin) : refund.amount;
  const amount = formatMoney(left, refund.currency, locale);
  return (
    <NoteDialog
      title={t('payTitle', { amount, name: refund.name })}
      lead={t('payLead')}
      label={t('reference')}
      hint={t('referenceHint')}
      confirm={t('pay')}
      maxLength={140}
      onClose={onClose}
      onConfirm={async (reference) => {
        const params = { festivalId: festival.id, refundId: refund.refundId };
        const body = { from, reference };
        await api.ticketing.payRefundByHand({ params, body }, { idempotencyKey: keyOf(body) });
        say({ title: t('done', { amount }) });
        await queryClient.invalidateQueries({ queryKey: ['festival', festival.id] });
      }}
    >
      <Field label={t('from')}>
        <Select value={from} onChange={({ target }) => setFrom(RepaidFrom.parse(target.value))}>
          {RepaidFrom.options.map((one) => (
            <option key={one} value={one}>
              {t(one)}
            </option>
          ))}
        </Select>
      </Field>
    </NoteDialog>
  );
}
