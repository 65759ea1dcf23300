import { Slot } from 'expo-router';
import { View } from 'react-native';
import { FullScreenProvider } from '../../shell/full-screen.tsx';
import { TabBar } from '../../shell/tab-bar.tsx';

export default function Tabs() {
  return (
    <FullScreenProvider>
      <View className="flex-1 bg-canvas">
        <View className="flex-1">
          <Slot />
        </View>
        <TabBar />
      </View>
    </FullScreenProvider>
  );
}
