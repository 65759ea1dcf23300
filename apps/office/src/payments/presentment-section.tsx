import { Currency } from '@festivals/domain/primitives';
import { readRate, writeRate } from '@festivals/domain/payments/presentment';
import { Input } from '@festivals/ui/input';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useFormContext } from 'react-hook-form';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { z } from 'zod';
import { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';
import { SectionForm } from '../festival/settings/section-form.tsx';
import { FormField } from '../form/form-field.tsx';
import { presentmentQuery } from './queries.ts';

const Rate = z
  .string()
  .trim()
  .refine((text) => text === '' || readRate(text) !== null, { message: 'invalid' });
const Rates = z.object({ EUR: Rate, USD: Rate, GBP: Rate, CHF: Rate });
type Rates = z.infer<typeof Rates>;

/** In which other currencies the shop shows its prices, at which rate. What is charged stays the festival's own. */
export function PresentmentSection() {
  const t = useTranslations('office.presentment');
  const { festival } = useFestival();
  const locale = useLocale();
  const queryClient = useQueryClient();
  const query = presentmentQuery(festival.id);
  const { data: room } = useSuspenseQuery(query);
  return (
    <SectionForm
      festival={festival}
      name="presentment"
      version={room.version}
      title={t('title')}
      lead={t('lead', { currency: room.currency })}
      schema={Rates}
      saved={textsOf(room.rates, locale)}
      save={async (texts, version) => {
        const rates = Currency.options.flatMap((currency) => {
          const rate = currency === room.currency ? null : readRate(texts[currency]);
          return rate === null ? [] : [{ currency, rate }];
        });
        const body = { version, rates };
        const saved = await api.payments.updatePresentment({ params: { festivalId: festival.id }, body });
        queryClient.setQueryData(query.queryKey, saved);
        return textsOf(saved.rates, locale);
      }}
      onConflict={() => void queryClient.invalidateQueries(query)}
    >
      <Fields own={room.currency} since={new Map(room.rates.map((rate) => [rate.currency, rate.since]))} />
    </SectionForm>
  );
}

function textsOf(rates: readonly { currency: Currency; rate: number }[], locale: string): Rates {
  const text = (currency: Currency) => {
    const known = rates.find((rate) => rate.currency === currency);
    return known ? writeRate(known.rate, locale) : '';
  };
  return { EUR: text('EUR'), USD: text('USD'), GBP: text('GBP'), CHF: text('CHF') };
}

function Fields({ own, since }: { own: Currency; since: ReadonlyMap<Currency, string> }) {
  const t = useTranslations('office.presentment');
  const format = useFormatter();
  const { festival } = useFestival();
  const { register, formState } = useFormContext<Rates>();
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      {Currency.options
        .filter((currency) => currency !== own)
        .map((currency) => {
          const from = since.get(currency);
          return (
            <FormField
              key={currency}
              label={t('rate', { own, currency })}
              hint={
                from === undefined
                  ? t('notShown')
                  : t('since', { when: format.dateTime(new Date(from), 'moment', { timeZone: festival.zone }) })
              }
              error={formState.errors[currency]}
              optional
            >
              <Input inputMode="decimal" autoComplete="off" maxLength={11} {...register(currency)} />
            </FormField>
          );
        })}
    </div>
  );
}
