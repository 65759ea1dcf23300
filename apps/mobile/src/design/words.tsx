import type { ReactNode } from 'react';
import { Text } from 'react-native';

type Words = { children: ReactNode; testID?: string };

/** The one heading of a screen. */
export const Title = ({ children }: Words) => (
  <Text role="heading" aria-level={1} className="text-3xl font-bold text-ink">
    {children}
  </Text>
);

export const Heading = ({ children }: Words) => (
  <Text role="heading" aria-level={2} className="text-xl font-semibold text-ink">
    {children}
  </Text>
);

export const Body = ({ children, testID }: Words) => (
  <Text className="text-base leading-6 text-ink" testID={testID}>
    {children}
  </Text>
);

export const Soft = ({ children, testID }: Words) => (
  <Text className="text-sm leading-5 text-ink-soft" testID={testID}>
    {children}
  </Text>
);
