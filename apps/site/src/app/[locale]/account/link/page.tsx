import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { AccountPage } from '../../../../account/account-page.tsx';
import { LinkByMail } from '../../../../account/link-by-mail.tsx';
import { languageOf } from '../../../../shell/language-of.ts';
import { paths } from '../../../../shell/paths.ts';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: languageOf((await params).locale), namespace: 'site.way' });
  return { title: t('link_title'), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const language = languageOf((await params).locale);
  const t = await getTranslations({ locale: language, namespace: 'site.way' });
  return (
    <AccountPage language={language} path={paths.linkByMail()} title={t('link_title')} text={t('link_text')}>
      <LinkByMail language={language} />
    </AccountPage>
  );
}
