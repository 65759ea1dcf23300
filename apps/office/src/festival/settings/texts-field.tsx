import type { Language } from '@festivals/messages';
import { Controller, useFormContext } from 'react-hook-form';
import { LocalisedInput } from '../../form/localised-input.tsx';
import { validationText } from '../../i18n/validation.ts';
import { MarkupInput } from './markup-input.tsx';

type Props = {
  name: string;
  label: string;
  languages: readonly Language[];
  maxLength: number;
  lines?: number;
  /** Whether headings, lists and links may be written. */
  markup?: boolean;
};

/** A text in the festival's languages, as a field of the section's form. */
export function TextsField({ name, label, languages, maxLength, lines = 1, markup = false }: Props) {
  const { control } = useFormContext();
  const Input = markup ? MarkupInput : LocalisedInput;
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <Input
          label={label}
          error={validationText(fieldState.error?.message)}
          languages={languages}
          value={field.value}
          onChange={field.onChange}
          maxLength={maxLength}
          lines={lines}
        />
      )}
    />
  );
}
