import { Checkbox } from '@festivals/ui/checkbox';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { Currency } from '@festivals/domain/primitives';
import { languageNames, languages } from '@festivals/messages';
import { useMemo } from 'react';
import { useFormContext } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import { errorAt } from '../form/error-at.ts';
import { FormField } from '../form/form-field.tsx';
import { CountryOptions } from './country-options.tsx';
import { zones, type FestivalDraft } from './festival-form.ts';

/** When and in which zone. */
export function WhenFields() {
  const t = useTranslations('office.festivalForm');
  const {
    register,
    formState: { errors },
  } = useFormContext<FestivalDraft>();
  const all = useMemo(zones, []);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField label={t('startsOn')} error={errors.startsOn} required>
        <Input type="date" {...register('startsOn')} />
      </FormField>
      <FormField label={t('endsOn')} hint={t('endsOnHint')} error={errors.endsOn} required>
        <Input type="date" {...register('endsOn')} />
      </FormField>
      <FormField label={t('zone')} hint={t('zoneHint')} error={errors.zone} required>
        <Select {...register('zone')}>
          {all.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
      </FormField>
    </div>
  );
}

/** Where. */
export function WhereFields() {
  const t = useTranslations('office.festivalForm');
  const {
    register,
    setValue,
    formState: { errors },
  } = useFormContext<FestivalDraft>();
  const place = errors.place;
  const coordinate = {
    setValueAs: (text: string | number) => (text === '' ? undefined : Number(String(text).replace(',', '.'))),
  };
  return (
    <div className="grid gap-4 sm:grid-cols-6">
      <FormField
        label={t('placeName')}
        hint={t('placeNameHint')}
        error={place?.name}
        required
        className="sm:col-span-6"
      >
        <Input {...register('place.name')} />
      </FormField>
      <FormField label={t('address')} error={place?.address} required className="sm:col-span-6">
        <Input autoComplete="street-address" {...register('place.address')} />
      </FormField>
      <FormField label={t('city')} error={place?.city} required className="sm:col-span-3">
        <Input autoComplete="address-level2" {...register('place.city')} />
      </FormField>
      <FormField label={t('country')} error={place?.country} required className="sm:col-span-3">
        <Select autoComplete="country" {...register('place.country')}>
          <option value="" disabled>
            {t('choose')}
          </option>
          <CountryOptions />
        </Select>
      </FormField>
      <FormField
        label={t('latitude')}
        hint={t('coordinatesHint')}
        error={place?.latitude}
        required
        className="sm:col-span-3"
      >
        <Input
          inputMode="decimal"
          placeholder="50.8503"
          className="tabular"
          {...register('place.latitude', coordinate)}
          onPaste={(event) => {
            // Maps hand out "50.8503, 4.3517": one paste fills both.
            const pair = /^\s*(-?\d+\.\d+)\s*[,;\s]\s*(-?\d+\.\d+)\s*$/.exec(event.clipboardData.getData('text'));
            if (pair === null) return;
            event.preventDefault();
            setValue('place.latitude', Number(pair[1]), { shouldDirty: true, shouldValidate: true });
            setValue('place.longitude', Number(pair[2]), { shouldDirty: true, shouldValidate: true });
          }}
        />
      </FormField>
      <FormField label={t('longitude')} error={place?.longitude} required className="sm:col-span-3">
        <Input
          inputMode="decimal"
          placeholder="4.3517"
          className="tabular"
          {...register('place.longitude', coordinate)}
        />
      </FormField>
    </div>
  );
}

/** In which money and in which languages. */
export function MoneyAndLanguageFields({ currencyFixed = false }: { currencyFixed?: boolean }) {
  const t = useTranslations('office.festivalForm');
  const locale = useLocale();
  const {
    register,
    watch,
    setValue,
    formState: { errors },
  } = useFormContext<FestivalDraft>();
  const chosen = watch('languages');
  const names = new Intl.DisplayNames([locale], { type: 'currency' });
  const wrongLanguages = errorAt(errors.languages);
  return (
    <div className="grid gap-5">
      <FormField
        label={t('currency')}
        hint={currencyFixed ? t('currencyFixed') : t('currencyHint')}
        error={errors.currency}
        required
        className="sm:w-1/2"
      >
        <Select disabled={currencyFixed} {...register('currency')}>
          {Currency.options.map((code) => (
            <option key={code} value={code}>{`${code} · ${names.of(code)}`}</option>
          ))}
        </Select>
      </FormField>
      <fieldset aria-describedby="languages-hint">
        <legend className="text-ui font-medium text-ink">{t('languages')}</legend>
        <p id="languages-hint" className="mt-0.5 text-xs text-ink-faint">
          {t('languagesHint')}
        </p>
        <div className="mt-2.5 grid grid-cols-2 gap-x-4 gap-y-2.5 sm:grid-cols-3">
          {languages.map((language) => (
            <label
              key={language}
              className="flex cursor-pointer items-center gap-2.5 text-ui text-ink pointer-coarse:py-1.5"
            >
              <Checkbox
                checked={chosen.includes(language)}
                onCheckedChange={(on) =>
                  setValue(
                    'languages',
                    on === true ? [...chosen, language] : chosen.filter((one) => one !== language),
                    { shouldDirty: true, shouldValidate: true },
                  )
                }
              />
              <span lang={language}>{languageNames[language]}</span>
            </label>
          ))}
        </div>
        {wrongLanguages !== undefined && (
          <p role="alert" className="mt-2 text-xs font-medium text-danger-text">
            {wrongLanguages}
          </p>
        )}
      </fieldset>
    </div>
  );
}
