import { Controller, useFormContext } from 'react-hook-form';
import type { Language } from '@festivals/messages';
import { validationText } from '../../i18n/validation.ts';
import { MarkupInput } from './markup-input.tsx';

type Props<T extends string> = {
  /** The form's field that holds a text for each topic. */
  name: string;
  topics: readonly T[];
  label: (topic: T) => string;
  hint: (topic: T) => string;
  languages: readonly Language[];
  lines: number;
  maxLength: number;
};

/** A text in the small markup for each of some topics; what is left empty is not shown to visitors. */
export function MarkupChapters<T extends string>({ name, topics, label, hint, languages, lines, maxLength }: Props<T>) {
  const { control } = useFormContext();
  return topics.map((topic) => (
    <Controller
      key={topic}
      control={control}
      name={`${name}.${topic}`}
      render={({ field, fieldState }) => (
        <MarkupInput
          label={label(topic)}
          hint={hint(topic)}
          error={validationText(fieldState.error?.message)}
          languages={languages}
          value={field.value ?? {}}
          onChange={field.onChange}
          lines={lines}
          maxLength={maxLength}
        />
      )}
    />
  ));
}
