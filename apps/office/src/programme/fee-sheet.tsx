import { Select } from '@festivals/ui/select';
import type { Festival } from '@festivals/domain/festival/contract';
import { setFee, type ArtistFee, type ListedArtist } from '@festivals/domain/programme/contract';
import { Currency } from '@festivals/domain/primitives';
import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { api } from '../api.ts';
import { DecimalInput } from '../form/decimal-input.tsx';
import { FormField } from '../form/form-field.tsx';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';
import { feesQuery } from './queries.ts';

const Values = z.object({ amount: setFee.body.shape.amount, currency: Currency });
type Values = z.infer<typeof Values>;
const Agreed = z.object({ amount: z.int().nullable(), currency: Currency });
type Props = { festival: Festival; artist: ListedArtist; fee: ArtistFee | undefined; onClose: () => void };

/** What an artist is paid, for whoever may see money. */
export function FeeSheet({ festival, artist, fee, onClose }: Props) {
  const t = useTranslations('office.timetable');
  const queryClient = useQueryClient();
  const { queryKey } = feesQuery(festival.id);
  const valuesOf = (one: ArtistFee | undefined): Values => ({
    amount: one?.amount ?? null,
    currency: one?.currency ?? festival.currency,
  });
  const form = useForm<Values>({ resolver: zodResolver(Values), defaultValues: valuesOf(fee) });
  const kept = useKeptForm({
    form,
    festivalId: festival.id,
    kind: 'fee',
    record: { id: artist.id, version: fee?.version ?? 0 },
    values: valuesOf(fee),
  });
  const { errors } = form.formState;
  const params = { festivalId: festival.id, artistId: artist.id };
  return (
    <RecordSheet
      festival={festival}
      title={t('feeTitle', { name: artist.name })}
      description={t('feeHint')}
      form={form}
      kept={kept}
      recordId={artist.id}
      save={async (values: Values) => {
        try {
          return await api.programme.setFee({
            params,
            // Fees have versions from nought: what a form may not save over is none of them.
            body: { ...values, version: Math.max(kept.version, 0) },
          });
        } finally {
          await queryClient.invalidateQueries({ queryKey });
        }
      }}
      past={{
        read: (query, signal) => api.programme.feeHistory({ params, query }, { signal }),
        valuesOf: ({ fee: agreed }) => Agreed.safeParse(agreed).data ?? {},
      }}
      refresh={[['festival', festival.id, 'programme']]}
      onClose={onClose}
    >
      <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-3">
        <FormField label={t('fee')} error={errors.amount} optional>
          <Controller
            control={form.control}
            name="amount"
            render={({ field }) => (
              <DecimalInput
                digits={2}
                value={field.value ?? undefined}
                onChange={(amount) => field.onChange(amount ?? null)}
                onBlur={field.onBlur}
              />
            )}
          />
        </FormField>
        <FormField label={t('currency')} error={errors.currency}>
          <Select {...form.register('currency')}>
            {Currency.options.map((currency) => (
              <option key={currency} value={currency}>
                {currency}
              </option>
            ))}
          </Select>
        </FormField>
      </div>
    </RecordSheet>
  );
}
