import { Input } from '@festivals/ui/input';
import { useState } from 'react';
import { Controller, useFormContext, type FieldError } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { FormField } from '../../form/form-field.tsx';

const words = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

/** What is played, typed as one would say it: with commas between. */
export function GenresField() {
  const t = useTranslations('office.settings');
  const { control } = useFormContext<{ genres: string[] }>();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Controller
      control={control}
      name="genres"
      render={({ field, fieldState }) => {
        // A list's first fault speaks for it.
        const error: FieldError | undefined = [fieldState.error].flat().find(Boolean);
        const shown = typed !== null && words(typed).join() === field.value.join() ? typed : field.value.join(', ');
        return (
          <FormField label={t('genres')} hint={t('genresHint')} error={error}>
            <Input
              ref={field.ref}
              name={field.name}
              value={shown}
              maxLength={500}
              onBlur={() => {
                setTyped(null);
                field.onBlur();
              }}
              onChange={({ target }) => {
                setTyped(target.value);
                field.onChange(words(target.value));
              }}
            />
          </FormField>
        );
      }}
    />
  );
}
