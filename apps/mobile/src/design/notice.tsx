import { Text, View } from 'react-native';

type Tone = 'calm' | 'warning' | 'danger';

const frame: Record<Tone, string> = { calm: 'bg-accent-soft', warning: 'bg-warning-soft', danger: 'bg-danger-soft' };
const words: Record<Tone, string> = {
  calm: 'text-accent-text',
  warning: 'text-warning-text',
  danger: 'text-danger-text',
};

/** A sentence that the person should notice; a failure is read aloud at once. */
export function Notice({ tone, children, testID }: { tone: Tone; children: string; testID?: string }) {
  return (
    <View
      role={tone === 'danger' ? 'alert' : 'status'}
      testID={testID}
      className={`rounded-2xl px-4 py-3 ${frame[tone]}`}
    >
      <Text className={`text-base leading-6 ${words[tone]}`}>{children}</Text>
    </View>
  );
}
