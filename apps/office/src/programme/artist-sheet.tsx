import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { Textarea } from '@festivals/ui/textarea';
import type { Festival } from '@festivals/domain/festival/contract';
import { NewArtist, type DraftArtist } from '@festivals/domain/programme/contract';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMemo } from 'react';
import { Controller, useForm, type FieldError } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { countries } from '../festival/festival-form.ts';
import { FormField } from '../form/form-field.tsx';
import { LocalisedInput } from '../form/localised-input.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { validationText } from '../i18n/validation.ts';
import { EditSheet } from './edit-sheet.tsx';

type Values = z.output<typeof NewArtist>;
type Props = { festival: Festival; edited: DraftArtist | undefined; onClose: () => void };

const empty: Values = { name: '', country: null, genres: [], bio: {}, links: [], billing: 4 };
const orNull = { setValueAs: (text: string | null) => (text === '' ? null : text) };
const billing = ['headliner', 'second', 'third', 'everyone'] as const;

/** What was written between separators, without blanks and repetitions. */
const parts = (text: string, separator: RegExp) => [
  ...new Set(
    text
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean),
  ),
];

/** The error of a list, or of the first of its parts that is wrong. */
function errorOf(error: unknown): FieldError | undefined {
  const first: unknown = Array.isArray(error) ? error.find(Boolean) : error;
  // What the resolver puts at a list's name is a field's error, or one for each of its parts.
  return first as FieldError | undefined;
}

/** A new artist, or another look at one. */
export function ArtistSheet({ festival, edited, onClose }: Props) {
  const t = useTranslations('office.programmeEdit');
  const programme = useTranslations('office.programme');
  const locale = useLocale();
  const keyFor = useDeedKey();
  const all = useMemo(() => countries(locale), [locale]);
  const form = useForm<z.input<typeof NewArtist>, unknown, Values>({
    resolver: zodResolver(NewArtist),
    defaultValues: edited ?? empty,
  });
  const { errors } = form.formState;
  const params = { festivalId: festival.id };
  return (
    <EditSheet<Values>
      festivalId={festival.id}
      title={edited ? t('editArtist') : t('newArtist')}
      submit={(save) => form.handleSubmit(save)}
      save={(values) =>
        edited
          ? api.programme.updateArtist({
              params: { ...params, artistId: edited.id },
              body: { version: edited.version, changes: values },
            })
          : api.programme.createArtist({ params, body: values }, { idempotencyKey: keyFor(values) })
      }
      remove={
        edited
          ? () =>
              api.programme.deleteArtist({
                params: { ...params, artistId: edited.id },
                query: { version: edited.version },
              })
          : null
      }
      onClose={onClose}
    >
      <FormField label={t('name')} error={errors.name} required>
        <Input maxLength={120} {...form.register('name')} />
      </FormField>
      <FormField label={t('billing')} error={errors.billing} required>
        <Select {...form.register('billing', { setValueAs: Number })}>
          {billing.map((name, at) => (
            <option key={name} value={at + 1}>
              {programme(name)}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField label={t('country')} error={errors.country} optional>
        <Select {...form.register('country', orNull)}>
          <option value="">{t('noCountry')}</option>
          {all.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField label={t('genres')} hint={t('genresHint')} error={errorOf(errors.genres)} optional>
        <Controller
          control={form.control}
          name="genres"
          render={({ field }) => (
            <Input
              defaultValue={(field.value ?? []).join(', ')}
              onChange={({ target }) => field.onChange(parts(target.value, /,/))}
              onBlur={field.onBlur}
            />
          )}
        />
      </FormField>
      <Controller
        control={form.control}
        name="bio"
        render={({ field, fieldState }) => (
          <LocalisedInput
            label={t('bio')}
            error={validationText(fieldState.error?.message)}
            languages={festival.languages}
            value={field.value ?? {}}
            onChange={field.onChange}
            lines={5}
            maxLength={5000}
          />
        )}
      />
      <FormField label={t('links')} hint={t('linksHint')} error={errorOf(errors.links)} optional>
        <Controller
          control={form.control}
          name="links"
          render={({ field }) => (
            <Textarea
              rows={3}
              defaultValue={(field.value ?? []).join('\n')}
              onChange={({ target }) => field.onChange(parts(target.value, /\s+/))}
              onBlur={field.onBlur}
            />
          )}
        />
      </FormField>
    </EditSheet>
  );
}
