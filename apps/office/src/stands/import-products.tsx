import type { Festival } from '@festivals/domain/festival/contract';
import type { ImportRow } from '@festivals/domain/stands/contract';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { useToast } from '@festivals/ui/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { ImportDialog } from '../list/import-dialog.tsx';
import { standsQuery } from './queries.ts';

/** A file of products: chosen, looked at as a dry run, then taken over as it was shown. */
export function ImportProducts({ festival }: { festival: Festival }) {
  const t = useTranslations('office.menu.csv');
  const stock = useTranslations('office.stock');
  const format = useFormatter();
  const say = useToast();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState(t('stockReason'));
  const params = { festivalId: festival.id };
  const stockOf = ({ stock: count }: ImportRow) =>
    count &&
    t('stock', {
      from: count.from ?? '–',
      to: count.to,
      change: format.number(count.to - (count.from ?? 0), { signDisplay: 'exceptZero' }),
    });
  return (
    <ImportDialog
      title={t('importTitle')}
      lead={t('importLead')}
      detail={(row: ImportRow) => [row.stand, stockOf(row)].filter(Boolean).join(' · ')}
      preview={(body) => api.stands.previewImport({ params, body })}
      apply={async (body, hash) => {
        const query = { hash, ...(reason.trim() === '' ? {} : { reason }) };
        const counts = await api.stands.applyImport({ params, query, body });
        say({ title: t(counts.counted > 0 ? 'appliedStock' : 'applied', counts) });
      }}
      onSettled={() => queryClient.invalidateQueries({ queryKey: standsQuery(festival.id).queryKey })}
    >
      {(rows) => {
        const counts = rows.filter((row) => row.stock !== null).length;
        return counts === 0 ? null : (
          <Field label={t('stockReasonLabel', { count: counts })} hint={t('stockReasonHint')} required>
            <Input
              maxLength={200}
              value={reason}
              placeholder={stock('reasonHint')}
              onChange={({ target }) => setReason(target.value)}
            />
          </Field>
        );
      }}
    </ImportDialog>
  );
}
