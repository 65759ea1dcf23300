import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { Textarea } from '@festivals/ui/textarea';
import type { Festival } from '@festivals/domain/festival/contract';
import { NewArtist, type DraftArtist, type ListedArtist } from '@festivals/domain/programme/contract';
import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Controller, useForm, type FieldError } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { countries } from '../festival/festival-form.ts';
import { FormField } from '../form/form-field.tsx';
import { LocalisedInput } from '../form/localised-input.tsx';
import { orNull } from '../form/registered.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { validationText } from '../i18n/validation.ts';
import { pick } from '../record/pick.ts';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';
import { WaitingSheet } from '../record/waiting-sheet.tsx';
import { ArtistPicture } from './artist-picture.tsx';
import { LinksInput } from './links-input.tsx';
import { artistQuery } from './queries.ts';

type Values = z.output<typeof NewArtist>;
type Props = { festival: Festival; edited: DraftArtist | undefined; onClose: () => void };

const empty: Values = {
  name: '',
  sortName: null,
  country: null,
  genres: [],
  bio: {},
  links: [],
  rider: '',
  guestQuota: 0,
  billing: 4,
};
/** What the form says of an artist, or of one that is yet to be. */
const valuesOf = (artist: DraftArtist | undefined): Values =>
  artist === undefined ? empty : pick(artist, Object.keys(empty) as (keyof Values & keyof DraftArtist)[]);

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

/** The sheet of an artist, as soon as everything about them is there; of a new one at once. */
export function ArtistSheet({
  festival,
  listed,
  onClose,
}: {
  festival: Festival;
  listed: ListedArtist | undefined;
  onClose: () => void;
}) {
  const t = useTranslations('office.programmeEdit');
  const whole = useQuery({ ...artistQuery(festival.id, listed?.id ?? ''), enabled: listed !== undefined });
  // What is kept from before may be old by now: a form is made of what there is.
  const fresh = whole.isFetchedAfterMount ? whole.data : undefined;
  if (listed === undefined || fresh) return <ArtistForm festival={festival} edited={fresh} onClose={onClose} />;
  return <WaitingSheet title={t('editArtist')} query={whole} onClose={onClose} />;
}

function ArtistForm({ festival, edited, onClose }: Props) {
  const t = useTranslations('office.programmeEdit');
  const programme = useTranslations('office.programme');
  const words = useTranslations('office.timetable');
  const locale = useLocale();
  const keyFor = useDeedKey();
  const all = useMemo(() => countries(locale), [locale]);
  const form = useForm<z.input<typeof NewArtist>, unknown, Values>({
    resolver: zodResolver(NewArtist),
    defaultValues: valuesOf(edited),
  });
  const kept = useKeptForm({ form, festivalId: festival.id, kind: 'artist', record: edited, values: valuesOf(edited) });
  const { errors } = form.formState;
  const params = { festivalId: festival.id };
  return (
    <RecordSheet
      festival={festival}
      title={edited ? t('editArtist') : t('newArtist')}
      form={form}
      kept={kept}
      recordId={edited?.id}
      save={(values: Values) =>
        edited
          ? api.programme.updateArtist({
              params: { ...params, artistId: edited.id },
              body: { version: kept.version, changes: values },
            })
          : api.programme.createArtist({ params, body: values }, { idempotencyKey: keyFor(values) })
      }
      removal={
        edited && {
          run: () =>
            api.programme.deleteArtist({
              params: { ...params, artistId: edited.id },
              query: { version: edited.version },
            }),
          restore: () => api.programme.restoreArtist({ params: { ...params, artistId: edited.id } }),
        }
      }
      refresh={[['festival', festival.id, 'programme']]}
      onClose={onClose}
    >
      <ArtistPicture festival={festival} artist={edited} />
      <FormField label={t('name')} error={errors.name} required>
        <Input maxLength={120} {...form.register('name')} />
      </FormField>
      <FormField label={words('sortName')} hint={words('sortNameHint')} error={errors.sortName} optional>
        <Input maxLength={120} {...form.register('sortName', orNull)} />
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
              // What was put in from outside is written anew; what is typed stays as it is typed.
              key={kept.epoch}
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
      <Controller
        control={form.control}
        name="links"
        render={({ field, fieldState }) => (
          <LinksInput value={field.value ?? []} onChange={field.onChange} error={fieldState.error} />
        )}
      />
      <FormField label={words('rider')} hint={words('riderHint')} error={errors.rider} optional>
        <Textarea rows={4} maxLength={10_000} {...form.register('rider')} />
      </FormField>
      <FormField label={words('guestQuota')} error={errors.guestQuota}>
        <Input
          type="number"
          inputMode="numeric"
          min={0}
          max={1000}
          className="tabular"
          {...form.register('guestQuota', { valueAsNumber: true })}
        />
      </FormField>
    </RecordSheet>
  );
}
