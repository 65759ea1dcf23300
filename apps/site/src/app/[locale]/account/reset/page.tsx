import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { AccountPage } from '../../../../account/account-page.tsx';
import { ResetForm } from '../../../../account/reset-form.tsx';
import { languageOf } from '../../../../shell/language-of.ts';
import { paths } from '../../../../shell/paths.ts';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: languageOf((await params).locale), namespace: 'site.account' });
  return { title: t('reset_title'), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const language = languageOf((await params).locale);
  const t = await getTranslations({ locale: language, namespace: 'site.account' });
  return (
    <AccountPage language={language} path={paths.reset()} title={t('reset_title')} text={t('reset_text')}>
      <ResetForm language={language} />
    </AccountPage>
  );
}
