import { Input } from '@festivals/ui/input';
import type { ComponentProps } from 'react';
import { type FieldPath, type FieldValues, get, useFormState } from 'react-hook-form';
import type { FieldOf } from './controlled-field.tsx';
import { FormField } from './form-field.tsx';
import { whole } from './registered.ts';

type Props<I extends FieldValues, O, N extends FieldPath<I>> = FieldOf<I, O, N> &
  Omit<ComponentProps<typeof FormField>, 'error' | 'children'> & { min: number; max?: number };

/** A whole number of a form; one that may be left out is null then. */
export function CountField<I extends FieldValues, O, N extends FieldPath<I>>({
  control,
  name,
  min,
  max,
  ...field
}: Props<I, O, N>) {
  const { errors } = useFormState({ control, name });
  return (
    <FormField {...field} error={get(errors, name)}>
      <Input
        type="number"
        min={min}
        max={max}
        className="tabular"
        // Null counts as said, undefined as missing.
        {...control.register(name, whole(field.optional ? null : undefined))}
      />
    </FormField>
  );
}
