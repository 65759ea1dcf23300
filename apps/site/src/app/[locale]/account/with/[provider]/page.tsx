import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { AccountPage } from '../../../../../account/account-page.tsx';
import { ComeBack } from '../../../../../account/come-back.tsx';
import { languageOf } from '../../../../../shell/language-of.ts';
import { paths } from '../../../../../shell/paths.ts';

interface Props {
  params: Promise<{ locale: string; provider: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: languageOf((await params).locale), namespace: 'site.way' });
  return { title: t('back_title'), robots: { index: false }, referrer: 'no-referrer' };
}

/** Where a provider sends the browser back to. */
export default async function Page({ params }: Props) {
  const { locale, provider } = await params;
  const language = languageOf(locale);
  const t = await getTranslations({ locale: language, namespace: 'site.way' });
  return (
    <AccountPage language={language} path={paths.login()} title={t('back_title')} text={t('back_text')}>
      <ComeBack language={language} providerId={provider} />
    </AccountPage>
  );
}
