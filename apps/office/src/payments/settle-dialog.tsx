import type { Festival } from '@festivals/domain/festival/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { NoteDialog } from './note-dialog.tsx';
import { paymentWatchQuery } from './queries.ts';

/** Somebody has looked at a difference, and says what it is. */
export function SettleDialog({
  festival,
  difference,
  onClose,
}: {
  festival: Festival;
  difference: { id: string; reference: string };
  onClose: () => void;
}) {
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
        const params = { festivalId: festival.id, differenceId: difference.id };
        const body = { note };
        const watch = await api.payments.settleDifference({ params, body }, { idempotencyKey: keyOf(body) });
        queryClient.setQueryData(paymentWatchQuery(festival.id).queryKey, watch);
      }}
    />
  );
}
