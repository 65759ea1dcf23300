import { CameraView, useCameraPermissions } from 'expo-camera';
import { useState } from 'react';
import { View } from 'react-native';
import { useTranslations } from 'use-intl';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { prepareDecoder } from './prepare-decoder';

prepareDecoder();

/** Reads QR codes with the camera once the person has asked for it. */
export function CameraReader({ onRead, paused = false }: { onRead: (text: string) => void; paused?: boolean }) {
  const t = useTranslations('mobile.camera');
  const [permission, ask] = useCameraPermissions();
  const [on, setOn] = useState(false);
  const [broken, setBroken] = useState(false);
  const start = async () => {
    const answer = permission?.granted ? permission : await ask();
    setOn(answer.granted);
  };
  if (!on) {
    return (
      <View className="gap-3">
        <Button label={t('start')} onPress={() => void start()} testID="camera-start" />
        {permission && !permission.granted && !permission.canAskAgain ? (
          <Notice tone="warning">{t('denied')}</Notice>
        ) : null}
      </View>
    );
  }
  if (broken) return <Notice tone="warning">{t('broken')}</Notice>;
  return (
    <View className="aspect-square w-full overflow-hidden rounded-3xl bg-black" testID="camera">
      <CameraView
        style={{ flex: 1 }}
        facing="back"
        barcodeScannerSettings={{ barcodeTypes: ['qr'] }}
        onMountError={() => setBroken(true)}
        {...(paused ? {} : { onBarcodeScanned: ({ data }: { data: string }) => onRead(data) })}
      />
    </View>
  );
}
