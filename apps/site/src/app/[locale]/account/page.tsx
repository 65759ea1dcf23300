import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { Account } from '../../../account/account.tsx';
import { clientMessages } from '../../../shell/client-messages.ts';
import { languageOf } from '../../../shell/language-of.ts';
import { paths } from '../../../shell/paths.ts';
import { SiteFooter } from '../../../shell/site-footer.tsx';
import { SiteHeader } from '../../../shell/site-header.tsx';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: languageOf((await params).locale), namespace: 'site.account' });
  return { title: t('title'), robots: { index: false } };
}

/** My tickets, and where I am signed in. */
export default async function Page({ params }: Props) {
  const language = languageOf((await params).locale);
  const t = await getTranslations({ locale: language, namespace: 'site.account' });
  return (
    <>
      <SiteHeader language={language} path={paths.account()} />
      <main id="content" className="column flex-1 py-12 sm:py-20">
        <h1 className="headline text-4xl sm:text-6xl">{t('title')}</h1>
        <NextIntlClientProvider
          locale={language}
          messages={await clientMessages(language, ['account', 'problem', 'order'])}
        >
          <Account language={language} />
        </NextIntlClientProvider>
        <noscript>
          <p className="mt-6 rounded-2xl bg-warning-soft p-5 text-warning-text">{t('no_script')}</p>
        </noscript>
      </main>
      <SiteFooter language={language} path={paths.account()} />
    </>
  );
}
