import type { ComponentProps } from 'react';
import { type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { validationText } from '../i18n/validation.ts';
import type { FieldOf } from './controlled-field.tsx';
import { LocalisedInput } from './localised-input.tsx';

type Props<I extends FieldValues, O, N extends FieldPath<I>> = FieldOf<I, O, N> &
  Omit<ComponentProps<typeof LocalisedInput>, 'value' | 'onChange' | 'error'>;

/** A form's text in the festival's languages. */
export function LocalisedField<I extends FieldValues, O, N extends FieldPath<I>>({
  control,
  name,
  ...input
}: Props<I, O, N>) {
  const { field, fieldState } = useController({ control, name });
  // Such a text is kept by its languages.
  const texts = field.value as ComponentProps<typeof LocalisedInput>['value'] | undefined;
  return (
    <LocalisedInput
      {...input}
      value={texts ?? {}}
      onChange={field.onChange}
      error={validationText(fieldState.error?.message)}
    />
  );
}
