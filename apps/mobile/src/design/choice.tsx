import { Pressable, Text, View } from 'react-native';

interface ChoiceProps<V extends string> {
  label: string;
  options: readonly { value: V; label: string }[];
  value: V;
  onChoose: (value: V) => void;
}

/** One of a few, all in sight. */
export function Choice<V extends string>({ label, options, value, onChoose }: ChoiceProps<V>) {
  return (
    <View role="radiogroup" aria-label={label} className="flex-row flex-wrap gap-2">
      {options.map((option) => {
        const chosen = option.value === value;
        return (
          <Pressable
            key={option.value}
            role="radio"
            aria-checked={chosen}
            onPress={() => onChoose(option.value)}
            className={`min-h-12 justify-center rounded-full border px-5 ${chosen ? 'border-accent bg-accent' : 'border-edge bg-surface'}`}
          >
            <Text className={`text-base ${chosen ? 'font-semibold text-white' : 'text-ink'}`}>{option.label}</Text>
          </Pressable>
        );
      })}
    </View>
  );
}
