import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { AccountPage } from '../../../../account/account-page.tsx';
import { VerifyEmail } from '../../../../account/verify-email.tsx';
import { languageOf } from '../../../../shell/language-of.ts';
import { paths } from '../../../../shell/paths.ts';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: languageOf((await params).locale), namespace: 'site.account' });
  return { title: t('verify_title'), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const language = languageOf((await params).locale);
  const t = await getTranslations({ locale: language, namespace: 'site.account' });
  return (
    <AccountPage language={language} path={paths.verify()} title={t('verify_title')} text={t('verify_text')}>
      <VerifyEmail language={language} />
    </AccountPage>
  );
}
