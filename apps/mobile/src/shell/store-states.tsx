import { View } from 'react-native';
import { useTranslations } from 'use-intl';
import { Button } from '../design/button.tsx';
import { Body, Title } from '../design/words.tsx';

/** Shown in a second tab: one alone may write, or two gates would share one chain of facts. */
export function StoreBusy({ onTake }: { onTake: () => void }) {
  const t = useTranslations('mobile.store');
  return (
    <View className="flex-1 justify-center gap-4 bg-canvas p-6">
      <Title>{t('busyTitle')}</Title>
      <Body>{t('busyBody')}</Body>
      <Button label={t('useHere')} onPress={onTake} testID="use-here" />
    </View>
  );
}

export function StoreFailed() {
  const t = useTranslations('mobile.store');
  return (
    <View className="flex-1 justify-center gap-4 bg-canvas p-6">
      <Title>{t('failedTitle')}</Title>
      <Body>{t('failedBody')}</Body>
    </View>
  );
}
