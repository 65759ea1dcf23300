import { useTranslations } from 'use-intl';
import { LinkButton } from '../design/link-button.tsx';
import { Screen } from '../design/screen.tsx';
import { Body, Title } from '../design/words.tsx';

export default function NotFound() {
  const t = useTranslations('mobile.notFound');
  return (
    <Screen>
      <Title>{t('title')}</Title>
      <Body>{t('body')}</Body>
      <LinkButton href="/" label={t('home')} />
    </Screen>
  );
}
