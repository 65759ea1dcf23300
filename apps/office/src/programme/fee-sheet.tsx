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
import { EditSheet } from './edit-sheet.tsx';
import { feesQuery } from './queries.ts';
import { useBase } from './use-base.ts';

const Values = z.object({ amount: setFee.body.shape.amount, currency: Currency });
type Values = z.infer<typeof Values>;
type Props = { festival: Festival; artist: ListedArtist; fee: ArtistFee | undefined; onClose: () => void };

/** What an artist is paid, for whoever may see money. */
export function FeeSheet({ festival, artist, fee, onClose }: Props) {
  const t = useTranslations('office.timetable');
  const queryClient = useQueryClient();
  const { queryKey } = feesQuery(festival.id);
  const { base, takeTheirs } = useBase(fee);
  const valuesOf = (one: ArtistFee | undefined): Values => ({
    amount: one?.amount ?? null,
    currency: one?.currency ?? festival.currency,
  });
  const form = useForm<Values>({ resolver: zodResolver(Values), defaultValues: valuesOf(fee) });
  const { errors } = form.formState;
  return (
    <EditSheet<Values>
      festivalId={festival.id}
      title={t('feeTitle', { name: artist.name })}
      description={t('feeHint')}
      submit={(save) => form.handleSubmit(save)}
      save={async (values) => {
        try {
          return await api.programme.setFee({
            params: { festivalId: festival.id, artistId: artist.id },
            body: { ...values, version: base?.version ?? 0 },
          });
        } finally {
          await queryClient.invalidateQueries({ queryKey });
        }
      }}
      remove={null}
      restore={null}
      meanwhile={{
        changes: [],
        takeTheirs: () => {
          takeTheirs();
          form.reset(valuesOf(fee));
        },
        keepMine: takeTheirs,
      }}
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
    </EditSheet>
  );
}
