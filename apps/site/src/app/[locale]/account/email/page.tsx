import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { AccountRoom } from '../../../../account/account-room.tsx';
import { ConfirmEmail } from '../../../../account/confirm-email.tsx';
import { languageOf } from '../../../../shell/language-of.ts';
import { paths } from '../../../../shell/paths.ts';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: languageOf((await params).locale), namespace: 'site.rooms' });
  return { title: t('confirm_email_title'), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const language = languageOf((await params).locale);
  return (
    <AccountRoom language={language} path={paths.confirmEmail()} room={paths.profile()}>
      <ConfirmEmail />
    </AccountRoom>
  );
}
