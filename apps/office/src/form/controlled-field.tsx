import type { ComponentProps, ReactNode } from 'react';
import { type Control, type FieldPath, type FieldPathValue, type FieldValues, useController } from 'react-hook-form';
import { FormField } from './form-field.tsx';

/** Which value of which form; every field of a form takes it. */
export type FieldOf<I extends FieldValues, O, N extends FieldPath<I>> = {
  control: Control<I, unknown, O>;
  name: N;
};

type Wired<T> = { value: T; onChange: (value: T | null | undefined) => void; onBlur: () => void };

type Props<I extends FieldValues, O, N extends FieldPath<I>> = FieldOf<I, O, N> &
  Omit<ComponentProps<typeof FormField>, 'error' | 'children'> & {
    children: (wired: Wired<FieldPathValue<I, N>>) => ReactNode;
  };

/** A field around a control that keeps its value in the form: what it is called, what it is for, what is wrong with it. */
export function ControlledField<I extends FieldValues, O, N extends FieldPath<I>>({
  control,
  name,
  children,
  ...field
}: Props<I, O, N>) {
  const {
    field: { value, onChange, onBlur },
    fieldState: { error },
  } = useController({ control, name });
  return (
    <FormField {...field} error={error}>
      {children({ value, onChange, onBlur })}
    </FormField>
  );
}
