import { PaymentSettings, type PaymentRoom } from '@festivals/domain/payments/contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import { Switch } from '@festivals/ui/switch';
import { Textarea } from '@festivals/ui/textarea';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { SectionForm } from '../festival/settings/section-form.tsx';
import { useFestival } from '../festival/queries.ts';
import { FormField } from '../form/form-field.tsx';
import { paymentRoomQuery } from './queries.ts';
import { ProviderList } from './provider-list.tsx';

/** How the festival takes money: practice or real, by whom, and what else is accepted. */
export function PaymentsSection() {
  const t = useTranslations('office.payments');
  const { festival } = useFestival();
  const queryClient = useQueryClient();
  const query = paymentRoomQuery(festival.id);
  const { data: room } = useSuspenseQuery(query);
  return (
    <SectionForm
      festival={festival}
      name="payments"
      version={room.version}
      title={t('title')}
      lead={t('lead')}
      schema={PaymentSettings}
      saved={room.settings}
      save={async (settings, version) => {
        const saved = await api.payments.updatePaymentSettings({
          params: { festivalId: festival.id },
          body: { version, settings },
        });
        queryClient.setQueryData(query.queryKey, saved);
        return saved.settings;
      }}
      onConflict={() => void queryClient.invalidateQueries(query)}
    >
      <Fields festival={festival} room={room} />
    </SectionForm>
  );
}

const newTransfer = { holder: '', iban: '', bic: '', days: 7 };

function Fields({ festival, room }: { festival: Festival; room: PaymentRoom }) {
  const t = useTranslations('office.payments');
  const { control, register, formState, setValue } = useFormContext<PaymentSettings>();
  const [practice, online, embedded, transfer, onSite] = useWatch({
    control,
    name: ['practice', 'online', 'embedded', 'transfer', 'onSite'],
  });
  const { errors } = formState;
  const cashRounding = useWatch({ control, name: 'cashRounding' });
  const nothingChosen = !practice && online.length === 0 && transfer === null && onSite === null;
  return (
    <>
      <Toggle
        label={t('real')}
        hint={t('realHint')}
        on={!practice}
        set={(on) => setValue('practice', !on, { shouldDirty: true })}
      />
      {practice && <Notice tone="warning">{t('practice')}</Notice>}
      {nothingChosen && <Notice tone="danger">{t('nothing')}</Notice>}
      <fieldset className="space-y-2">
        <legend className="text-ui font-medium text-ink">{t('online')}</legend>
        <p className="text-xs text-ink-faint">{t('onlineHint')}</p>
        <ProviderList providers={room.providers} zone={festival.zone} />
      </fieldset>
      {online.includes('stripe') && (
        <>
          <Toggle
            label={t('embedded')}
            hint={t('embeddedHint')}
            on={embedded}
            set={(on) => setValue('embedded', on, { shouldDirty: true })}
          />
          <FormField label={t('account')} hint={t('accountHint')} error={errors.stripeAccount} optional>
            <Input
              placeholder="acct_…"
              autoCapitalize="none"
              spellCheck={false}
              {...register('stripeAccount', { setValueAs: (text: string | null) => text?.trim() || null })}
            />
          </FormField>
        </>
      )}
      <Toggle
        label={t('transfer')}
        hint={t('transferHint')}
        on={transfer !== null}
        set={(on) => setValue('transfer', on ? newTransfer : null, { shouldDirty: true })}
      />
      {transfer !== null && (
        <div className="grid gap-4 rounded-lg border border-line p-3.5 sm:grid-cols-2">
          <FormField label={t('holder')} error={errors.transfer?.holder}>
            <Input maxLength={70} autoComplete="off" {...register('transfer.holder')} />
          </FormField>
          <FormField label="IBAN" error={errors.transfer?.iban}>
            <Input
              placeholder="BE68 5390 0754 7034"
              autoComplete="off"
              spellCheck={false}
              {...register('transfer.iban')}
            />
          </FormField>
          <FormField label="BIC" error={errors.transfer?.bic} optional>
            <Input autoComplete="off" spellCheck={false} {...register('transfer.bic')} />
          </FormField>
          <FormField label={t('days')} hint={t('daysHint')} error={errors.transfer?.days}>
            <Input type="number" min={1} max={30} {...register('transfer.days', { valueAsNumber: true })} />
          </FormField>
        </div>
      )}
      <Toggle
        label={t('onSite')}
        hint={t('onSiteHint')}
        on={onSite !== null}
        set={(on) => setValue('onSite', on ? { note: '' } : null, { shouldDirty: true })}
      />
      {onSite !== null && (
        <FormField label={t('onSiteNote')} error={errors.onSite?.note} optional>
          <Controller
            control={control}
            name="onSite.note"
            render={({ field }) => <Textarea rows={2} maxLength={300} {...field} />}
          />
        </FormField>
      )}
      {room.currency === 'EUR' && (
        <Toggle
          label={t('cashRounding')}
          hint={t('cashRoundingHint')}
          on={cashRounding}
          set={(on) => setValue('cashRounding', on, { shouldDirty: true })}
        />
      )}
    </>
  );
}

function Toggle({ label, hint, on, set }: { label: string; hint: string; on: boolean; set: (on: boolean) => void }) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <label htmlFor={id} className="min-w-0 cursor-pointer">
        <span className="block text-ui font-medium text-ink">{label}</span>
        <span className="block text-xs text-ink-faint">{hint}</span>
      </label>
      <Switch id={id} checked={on} onCheckedChange={set} />
    </div>
  );
}
