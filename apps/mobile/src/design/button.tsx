import { ActivityIndicator, Pressable, Text } from 'react-native';

type Kind = 'main' | 'quiet';

interface ButtonProps {
  label: string;
  onPress: () => void;
  kind?: Kind;
  busy?: boolean;
  disabled?: boolean;
  testID?: string;
}

const frame: Record<Kind, string> = {
  main: 'bg-accent active:bg-accent-press border-accent',
  quiet: 'bg-surface active:bg-sunken border-edge',
};
const words: Record<Kind, string> = { main: 'text-white', quiet: 'text-ink' };

/** A target for a thumb in gloves: never lower than 56 points. */
export function Button({ label, onPress, kind = 'main', busy = false, disabled = false, testID }: ButtonProps) {
  const still = busy || disabled;
  return (
    <Pressable
      role="button"
      testID={testID}
      disabled={still}
      aria-disabled={still}
      aria-busy={busy}
      onPress={onPress}
      className={`min-h-14 flex-row items-center justify-center gap-3 rounded-2xl border px-5 py-3 ${frame[kind]} ${disabled ? 'opacity-60' : ''}`}
    >
      {busy ? <ActivityIndicator color={kind === 'main' ? '#fff' : undefined} /> : null}
      <Text className={`text-center text-lg font-semibold ${words[kind]}`}>{label}</Text>
    </Pressable>
  );
}
