import { ApiError } from '@festivals/contract';
import { router } from 'expo-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../design/button.tsx';
import { Field } from '../design/field.tsx';
import { LinkButton } from '../design/link-button.tsx';
import { Notice } from '../design/notice.tsx';
import { Screen } from '../design/screen.tsx';
import { Soft, Title } from '../design/words.tsx';
import { useSignIn } from '../session/person.ts';

export default function SignIn() {
  const t = useTranslations('mobile.signIn');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const send = () => signIn.mutate({ email, password }, { onSuccess: () => router.replace('/tickets') });
  return (
    <Screen testID="sign-in">
      <Title>{t('title')}</Title>
      <Soft>{t('hint')}</Soft>
      <Field
        label={t('email')}
        value={email}
        onChangeText={setEmail}
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        testID="email"
      />
      <Field
        label={t('password')}
        value={password}
        onChangeText={setPassword}
        autoComplete="current-password"
        secureTextEntry
        onSubmitEditing={send}
        testID="password"
      />
      {signIn.error ? (
        <Notice tone="danger">{signIn.error instanceof ApiError ? signIn.error.message : t('unreachable')}</Notice>
      ) : null}
      <Button
        label={t('send')}
        onPress={send}
        busy={signIn.isPending}
        disabled={!email || !password}
        testID="sign-in-send"
      />
      <LinkButton href="/enrol" label={t('enrol')} quiet />
    </Screen>
  );
}
