import { Tokens } from '@festivals/domain/festival/details';
import { inTokens } from '@festivals/domain/festival/tokens';
import { Input } from '@festivals/ui/input';
import { formatMoney } from '@festivals/ui/format-money';
import { Controller, useFormContext } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { FormField } from '../../form/form-field.tsx';
import { useFestival } from '../queries.ts';
import { SectionForm } from './section-form.tsx';
import { useDetails } from './use-save-details.ts';

/** What is paid with on site, where that is not money itself. */
export function TokensSection() {
  const t = useTranslations('office.settings');
  const { festival } = useFestival();
  const { content, version, save, refetch } = useDetails(festival, 'tokens');
  return (
    <SectionForm
      festival={festival}
      name="tokens"
      version={version}
      title={t('section.tokens')}
      lead={t('tokensLead')}
      schema={Tokens}
      saved={content}
      save={save}
      onConflict={refetch}
    >
      <Fields currency={festival.currency} />
    </SectionForm>
  );
}

function Fields({ currency }: { currency: string }) {
  const t = useTranslations('office.settings.tokens');
  const { control, formState, register, watch } = useFormContext<Tokens>();
  const { errors } = formState;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField label={t('count')} error={errors.count}>
          <Input
            type="number"
            inputMode="numeric"
            min={1}
            max={1000}
            className="tabular"
            {...register('count', { valueAsNumber: true })}
          />
        </FormField>
        <FormField label={t('price')} hint={t('priceHint')} error={errors.price} optional>
          <Controller
            control={control}
            name="price"
            render={({ field }) => (
              <DecimalInput
                digits={2}
                unit={currency === 'EUR' ? '€' : currency}
                value={field.value ?? undefined}
                onChange={(price) => field.onChange(price ?? null)}
                onBlur={field.onBlur}
              />
            )}
          />
        </FormField>
      </div>
      <Example rate={watch()} currency={currency} />
    </>
  );
}

/** What a glass would cost on the site, as it is written there. */
function Example({ rate: { count, price }, currency }: { rate: Tokens; currency: string }) {
  const t = useTranslations('office.settings.tokens');
  const locale = useLocale();
  if (!Tokens.safeParse({ count, price }).success || price === null)
    return <p className="text-ui text-ink-soft">{t('none')}</p>;
  const glass = 500;
  return (
    <p className="text-ui text-ink-soft">
      {t('example', {
        money: formatMoney(glass, currency, locale),
        count: inTokens(glass, { count, price }).hundredths / 100,
      })}
    </p>
  );
}
