import { updateFestival } from '@festivals/domain/festival/contract';
import { isPublic } from '@festivals/domain/festival/rules';
import { Input } from '@festivals/ui/input';
import { useNavigate } from '@tanstack/react-router';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { FormField } from '../../form/form-field.tsx';
import { LocalisedInput } from '../../form/localised-input.tsx';
import { WordsField } from '../../form/words-field.tsx';
import { validationText } from '../../i18n/validation.ts';
import { useFestival } from '../queries.ts';
import { SectionForm } from './section-form.tsx';
import { useSaveFestival } from './use-save-festival.ts';

const Identity = updateFestival.body.shape.changes
  .pick({ name: true, slug: true, tagline: true, description: true, genres: true })
  .required();
type Identity = z.output<typeof Identity>;

/** What it is called, and what it says of itself. */
export function IdentitySection() {
  const t = useTranslations('office.settings');
  const { festival } = useFestival();
  const navigate = useNavigate();
  const { save, refetch } = useSaveFestival(festival);
  const { name, slug, tagline, description, genres } = festival;
  return (
    <SectionForm
      festival={festival}
      name="identity"
      version={festival.version}
      title={t('texts')}
      lead={t('textsLead')}
      schema={Identity}
      saved={{ name, slug, tagline, description, genres }}
      save={async (values, over) => {
        const saved = await save(values, over);
        if (saved.slug !== slug)
          await navigate({ to: '/f/$slug/settings', params: { slug: saved.slug }, replace: true });
        return {
          name: saved.name,
          slug: saved.slug,
          tagline: saved.tagline,
          description: saved.description,
          genres: saved.genres,
        };
      }}
      onConflict={refetch}
      onFailure={(error, form) => {
        if (error.name === 'SLUG_TAKEN' || error.name === 'TOO_MANY_ADDRESSES')
          form.setError('slug', { message: error.message }, { shouldFocus: true });
      }}
    >
      <Fields languages={festival.languages} />
    </SectionForm>
  );
}

function Fields({ languages }: { languages: ReturnType<typeof useFestival>['festival']['languages'] }) {
  const t = useTranslations('office.settings');
  const f = useTranslations('office.festivalForm');
  const { control, formState, register } = useFormContext<Identity>();
  const { errors } = formState;
  const { festival } = useFestival();
  return (
    <>
      <FormField label={f('name')} error={errors.name} required>
        <Input {...register('name')} />
      </FormField>
      <FormField
        label={f('slug')}
        hint={f(isPublic(festival) ? 'slugChangeHint' : 'slugHint')}
        error={errors.slug}
        required
      >
        <Input spellCheck={false} autoCapitalize="none" {...register('slug')} />
      </FormField>
      <Controller
        control={control}
        name="tagline"
        render={({ field, fieldState }) => (
          <LocalisedInput
            label={t('tagline')}
            hint={t('taglineHint')}
            error={validationText(fieldState.error?.message)}
            languages={languages}
            value={field.value}
            onChange={field.onChange}
            maxLength={200}
          />
        )}
      />
      <Controller
        control={control}
        name="description"
        render={({ field, fieldState }) => (
          <LocalisedInput
            label={t('description')}
            hint={t('descriptionHint')}
            error={validationText(fieldState.error?.message)}
            languages={languages}
            value={field.value}
            onChange={field.onChange}
            lines={6}
            maxLength={5000}
          />
        )}
      />
      <WordsField control={control} name="genres" label={t('genres')} hint={t('genresHint')} />
    </>
  );
}
