import type { ComponentProps } from 'react';
import { type FieldPath, type FieldValues, useController } from 'react-hook-form';
import type { FieldOf } from './controlled-field.tsx';
import { SwitchField } from './switch-field.tsx';

type Props<I extends FieldValues, O, N extends FieldPath<I>> = FieldOf<I, O, N> &
  Omit<ComponentProps<typeof SwitchField>, 'on' | 'onChange'>;

/** Something of a form that is so or not so. */
export function ToggleField<I extends FieldValues, O, N extends FieldPath<I>>({
  control,
  name,
  ...words
}: Props<I, O, N>) {
  const { field } = useController({ control, name });
  // What is so or not so is kept as such.
  return <SwitchField {...words} on={(field.value as boolean | undefined) ?? false} onChange={field.onChange} />;
}
