import { ApiError, Unreachable } from '@festivals/contract';
import { readEnrolmentCode } from '@festivals/domain/devices/enrolment-code';
import { router } from 'expo-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../design/button.tsx';
import { Field } from '../design/field.tsx';
import { LinkButton } from '../design/link-button.tsx';
import { Notice } from '../design/notice.tsx';
import { Screen } from '../design/screen.tsx';
import { Body, Title } from '../design/words.tsx';
import { useEnrol, useEnrolment } from '../device/use-enrolment.ts';
import { CameraReader } from '../scanner/camera-reader.tsx';

export default function Enrol() {
  const t = useTranslations('mobile.enrol');
  const [code, setCode] = useState('');
  const enrolment = useEnrolment();
  const enrol = useEnrol();
  const [unreadable, setUnreadable] = useState(false);
  const send = (text: string) => {
    if (enrol.isPending) return;
    const read = readEnrolmentCode(text);
    setUnreadable(read === null);
    if (read) enrol.mutate(read, { onSuccess: () => router.replace('/scanner') });
  };
  if (enrolment) {
    return (
      <Screen testID="enrol">
        <Title>{t('title')}</Title>
        <Body>{t('already', { festival: enrolment.festival.name })}</Body>
        <LinkButton href="/scanner" label={t('toScanner')} />
      </Screen>
    );
  }
  return (
    <Screen testID="enrol">
      <Title>{t('title')}</Title>
      <Body>{t('how')}</Body>
      <CameraReader onRead={send} paused={enrol.isPending} />
      <Field
        label={t('code')}
        value={code}
        onChangeText={setCode}
        autoCapitalize="characters"
        autoCorrect={false}
        onSubmitEditing={() => send(code)}
        testID="enrolment-code"
      />
      {unreadable ? <Notice tone="danger">{t('unreadable')}</Notice> : null}
      {enrol.error && !unreadable ? <Notice tone="danger">{t(reasonOf(enrol.error))}</Notice> : null}
      <Button
        label={t('send')}
        onPress={() => send(code)}
        busy={enrol.isPending}
        disabled={!code.trim()}
        testID="enrol-send"
      />
      <LinkButton href="/" label={t('back')} quiet />
    </Screen>
  );
}

function reasonOf(error: Error) {
  if (error instanceof Unreachable) return 'unreachable';
  if (error instanceof ApiError && (error.status === 400 || error.status === 404)) return 'invalid';
  return 'failed';
}
