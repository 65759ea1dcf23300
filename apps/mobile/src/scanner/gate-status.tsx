import { Text, View } from 'react-native';
import { useTranslations } from 'use-intl';
import { useAgeText } from '../design/use-age-text.ts';
import { useSync } from './sync-provider.tsx';

/** The state of the line to the server: normal either way, always in sight, with its age and what waits. */
export function GateStatus() {
  const t = useTranslations('mobile.scanner');
  const { line, lastSyncAt, waiting } = useSync();
  const calm = line === 'open' || line === 'trying';
  return (
    <View
      role="status"
      testID="gate-status"
      className={`gap-1 rounded-2xl px-4 py-3 ${calm ? 'bg-sunken' : 'bg-warning-soft'}`}
    >
      <View className="flex-row items-center gap-2">
        <Text aria-hidden className={calm ? 'text-lg text-success-text' : 'text-lg text-warning-text'}>
          {line === 'open' ? '●' : '○'}
        </Text>
        <Text className={`text-base font-semibold ${calm ? 'text-ink' : 'text-warning-text'}`}>
          {t(`line.${line}`)}
        </Text>
      </View>
      <Text className="text-sm text-ink-soft">
        {lastSyncAt === null ? t('neverSynced') : <SyncAge at={lastSyncAt} />}
      </Text>
      <Text testID="waiting" className="text-sm text-ink-soft">
        {t('waiting', { count: waiting })}
      </Text>
    </View>
  );
}

function SyncAge({ at }: { at: number }) {
  const t = useTranslations('mobile.scanner');
  return t('syncedAgo', { age: useAgeText(at) });
}
