import type { Festival } from '@festivals/domain/festival/contract';
import type { NewArtist } from '@festivals/domain/programme/contract';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { Textarea } from '@festivals/ui/textarea';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { CountryOptions } from '../festival/country-options.tsx';
import { CountField } from '../form/count-field.tsx';
import { FormField } from '../form/form-field.tsx';
import { LocalisedField } from '../form/localised-field.tsx';
import { orNull } from '../form/registered.ts';
import { WordsField } from '../form/words-field.tsx';
import { LinksInput } from './links-input.tsx';

type OfForm = { form: UseFormReturn<z.input<typeof NewArtist>, unknown, z.output<typeof NewArtist>> };

/** From the largest letters of the bill to the smallest: 1 to 4. */
const billing = ['headliner', 'second', 'third', 'everyone'] as const;

/** What they are called, and where in the alphabet they stand. */
export function ArtistName({ form: { register, formState } }: OfForm) {
  const t = useTranslations('office.programmeEdit');
  const words = useTranslations('office.timetable');
  const { errors } = formState;
  return (
    <>
      <FormField label={t('name')} error={errors.name} required>
        <Input maxLength={120} {...register('name')} />
      </FormField>
      <FormField label={words('sortName')} hint={words('sortNameHint')} error={errors.sortName} optional>
        <Input maxLength={120} {...register('sortName', orNull)} />
      </FormField>
    </>
  );
}

/** How large they stand on the bill. */
export function ArtistBilling({ form: { register, formState } }: OfForm) {
  const t = useTranslations('office.programmeEdit');
  const programme = useTranslations('office.programme');
  return (
    <FormField label={t('billing')} error={formState.errors.billing} required>
      <Select {...register('billing', { setValueAs: Number })}>
        {billing.map((name, at) => (
          <option key={name} value={at + 1}>
            {programme(name)}
          </option>
        ))}
      </Select>
    </FormField>
  );
}

/** What visitors read of them: where they come from, what they play, who they are, where else they are found. */
export function ArtistPortrait({ form, festival }: OfForm & { festival: Festival }) {
  const t = useTranslations('office.programmeEdit');
  const { control } = form;
  return (
    <>
      <FormField label={t('country')} error={form.formState.errors.country} optional>
        <Select {...form.register('country', orNull)}>
          <option value="">{t('noCountry')}</option>
          <CountryOptions />
        </Select>
      </FormField>
      <WordsField control={control} name="genres" label={t('genres')} hint={t('genresHint')} optional />
      <LocalisedField
        control={control}
        name="bio"
        label={t('bio')}
        languages={festival.languages}
        lines={5}
        maxLength={5000}
      />
      <Controller
        control={control}
        name="links"
        render={({ field, fieldState }) => (
          <LinksInput value={field.value ?? []} onChange={field.onChange} error={fieldState.error} />
        )}
      />
    </>
  );
}

/** What they ask of the festival, which the team alone reads. */
export function ArtistNeeds({ form: { control, register, formState } }: OfForm) {
  const words = useTranslations('office.timetable');
  return (
    <>
      <FormField label={words('rider')} hint={words('riderHint')} error={formState.errors.rider} optional>
        <Textarea rows={4} maxLength={10_000} {...register('rider')} />
      </FormField>
      <CountField control={control} name="guestQuota" label={words('guestQuota')} min={0} max={1000} />
    </>
  );
}
