import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { AccountPage } from '../../../../account/account-page.tsx';
import { RegisterForm } from '../../../../account/register-form.tsx';
import { languageOf } from '../../../../shell/language-of.ts';
import { paths } from '../../../../shell/paths.ts';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: languageOf((await params).locale), namespace: 'site.account' });
  return { title: t('register_title'), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const language = languageOf((await params).locale);
  const t = await getTranslations({ locale: language, namespace: 'site.account' });
  return (
    <AccountPage language={language} path={paths.register()} title={t('register_title')} text={t('register_text')}>
      <RegisterForm language={language} />
    </AccountPage>
  );
}
