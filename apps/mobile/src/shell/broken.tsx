import type { ErrorBoundaryProps } from 'expo-router';
import { useTranslations } from 'use-intl';
import { Button } from '../design/button.tsx';
import { Screen } from '../design/screen.tsx';
import { Body, Title } from '../design/words.tsx';
import { LanguageProvider } from '../language/language-provider.tsx';

/** Shown when a screen breaks: what the device keeps is safe, and says so. */
export function ErrorBoundary({ retry }: ErrorBoundaryProps) {
  return (
    <LanguageProvider>
      <Broken onRetry={() => void retry()} />
    </LanguageProvider>
  );
}

function Broken({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('mobile.broken');
  return (
    <Screen>
      <Title>{t('title')}</Title>
      <Body>{t('body')}</Body>
      <Button label={t('retry')} onPress={onRetry} />
    </Screen>
  );
}
