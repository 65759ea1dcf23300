import { useId, type Ref } from 'react';
import { Text, TextInput, View, type TextInputProps } from 'react-native';

interface FieldProps extends Omit<TextInputProps, 'className' | 'id'> {
  label: string;
  ref?: Ref<TextInput>;
}

/** A labelled line of input. */
export function Field({ label, ...input }: FieldProps) {
  const id = useId();
  return (
    <View className="gap-2">
      <Text nativeID={`${id}-label`} className="text-base font-medium text-ink">
        {label}
      </Text>
      <TextInput
        {...input}
        aria-label={label}
        aria-labelledby={`${id}-label`}
        className="min-h-14 rounded-2xl border border-edge bg-surface px-4 py-3 text-lg text-ink placeholder:text-ink-soft"
      />
    </View>
  );
}
