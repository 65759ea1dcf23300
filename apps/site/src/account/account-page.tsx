import { Artwork } from '@festivals/ui/artwork';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Language } from '@festivals/messages';
import { clientMessages } from '../shell/client-messages.ts';
import { SiteFooter } from '../shell/site-footer.tsx';
import { SiteHeader } from '../shell/site-header.tsx';

/** A quiet page for one form, beside a piece of sky. */
export async function AccountPage({
  language,
  path,
  title,
  text,
  children,
}: {
  language: Language;
  path: string;
  title: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <>
      <SiteHeader language={language} path={path} />
      <main id="content" className="grid flex-1 lg:grid-cols-2">
        <div className="mx-auto w-full max-w-xl px-5 py-12 sm:px-10 sm:py-20">
          <h1 className="headline text-4xl sm:text-6xl">{title}</h1>
          <p className="mt-4 text-lg text-ink-soft">{text}</p>
          <NextIntlClientProvider
            locale={language}
            messages={await clientMessages(language, ['account', 'way', 'problem'])}
          >
            {children}
          </NextIntlClientProvider>
          <NoScript language={language} />
        </div>
        <div className="relative overflow-hidden bg-black max-lg:hidden">
          <Artwork seed="the way in" palette="dawn" className="absolute inset-0" />
        </div>
      </main>
      <SiteFooter language={language} path={path} />
    </>
  );
}

async function NoScript({ language }: { language: Language }) {
  const t = await getTranslations({ locale: language, namespace: 'site.account' });
  return (
    <noscript>
      <p className="mt-6 rounded-2xl bg-warning-soft p-5 text-warning-text">{t('no_script')}</p>
    </noscript>
  );
}
