import type { ReactNode } from 'react';
import { View } from 'react-native';
import { Body } from '../design/words.tsx';
import { Artwork } from './artwork';
import type { FestivalTheme } from './festival-theme.ts';

const someEvening: FestivalTheme = { seed: 12, palette: 'sunset' };

/** Where tickets will be: a view to look forward to, and how to get there. */
export function NoTickets({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <View className="overflow-hidden rounded-3xl border border-line bg-surface">
      <View className="h-56">
        <Artwork theme={someEvening} />
      </View>
      <View className="gap-4 p-5">
        <Body>{text}</Body>
        {children}
      </View>
    </View>
  );
}
