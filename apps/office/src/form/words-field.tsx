import { Input } from '@festivals/ui/input';
import { type ComponentProps, useState } from 'react';
import { type FieldPath, type FieldValues, useController } from 'react-hook-form';
import type { FieldOf } from './controlled-field.tsx';
import { FormField } from './form-field.tsx';

type Props<I extends FieldValues, O, N extends FieldPath<I>> = FieldOf<I, O, N> &
  Omit<ComponentProps<typeof FormField>, 'error' | 'children'>;

/** What stands between commas, without blanks and repetitions. */
const words = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

/** A form's list of words, typed as one would say it: with commas between. */
export function WordsField<I extends FieldValues, O, N extends FieldPath<I>>({
  control,
  name,
  ...field
}: Props<I, O, N>) {
  const {
    field: { value, onChange, onBlur, ref },
    fieldState: { error },
  } = useController({ control, name });
  // Such a field is kept as a list; one that is not filled in yet is none.
  const list = (value as string[] | undefined) ?? [];
  const [typed, setTyped] = useState<string | null>(null);
  // What is typed stays as it is typed, until it says something else than the form does.
  const shown = typed !== null && words(typed).join() === list.join() ? typed : list.join(', ');
  return (
    <FormField {...field} error={error}>
      <Input
        ref={ref}
        name={name}
        value={shown}
        onBlur={() => {
          setTyped(null);
          onBlur();
        }}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(words(target.value));
        }}
      />
    </FormField>
  );
}
