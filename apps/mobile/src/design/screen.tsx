import type { ReactNode } from 'react';
import { ScrollView, View } from 'react-native';

/** The frame of a screen: one column, never wider than a hand can read. */
export function Screen({ children, testID }: { children: ReactNode; testID?: string }) {
  return (
    <ScrollView
      testID={testID}
      className="flex-1 bg-canvas"
      contentContainerClassName="grow items-center"
      keyboardShouldPersistTaps="handled"
    >
      <View role="main" className="w-full max-w-xl grow gap-5 px-5 pb-8 pt-safe-offset-6">
        {children}
      </View>
    </ScrollView>
  );
}
