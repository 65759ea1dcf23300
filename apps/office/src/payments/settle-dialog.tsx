import type { OnlineProvider } from '@festivals/domain/payments/schemas';
import type { Festival } from '@festivals/domain/festival/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { NoteDialog } from './note-dialog.tsx';
import { paymentWatchQuery } from './queries.ts';

type Settled = { difference: { id: string }; news?: never } | { difference?: never; news: News };
type News = { provider: OnlineProvider; id: string };

/** Somebody has looked at a difference, or at news that nobody expected, and says what it is. */
export function SettleDialog({
  festival,
  difference,
  news,
  onClose,
}: {
  festival: Festival;
  onClose: () => void;
} & Settled) {
  const t = useTranslations('office.payments');
  const queryClient = useQueryClient();
  const keyOf = useDeedKey();
  return (
    <NoteDialog
      title={t('settleTitle')}
      lead={t('settleLead')}
      label={t('note')}
      hint={t('noteHint')}
      confirm={t('settle')}
      maxLength={300}
      onClose={onClose}
      onConfirm={async (note) => {
        const params = { festivalId: festival.id };
        const body = news ? { provider: news.provider, id: news.id, note } : { note };
        const key = { idempotencyKey: keyOf(body) };
        const watch = news
          ? await api.payments.settleNews({ params, body: { provider: news.provider, id: news.id, note } }, key)
          : await api.payments.settleDifference({ params: { ...params, differenceId: difference.id }, body }, key);
        queryClient.setQueryData(paymentWatchQuery(festival.id).queryKey, watch);
      }}
    />
  );
}
