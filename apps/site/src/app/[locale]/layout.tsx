import { directionOf } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { env } from '../../env.ts';
import { Awake } from '../../shell/awake.tsx';
import { ErrorWordsProvider } from '../../shell/error-words.tsx';
import { faces } from '../../shell/fonts.ts';
import { languageOf } from '../../shell/language-of.ts';
import { ownFestival } from '../../shell/own-festival.ts';
import { pageScript } from '../../shell/page-script.ts';
import '../globals.css';

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

/** Pages are made when they are first asked for: the build needs no API. */
export const generateStaticParams = () => [];

export const viewport: Viewport = { colorScheme: 'light dark' };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: languageOf((await params).locale), namespace: 'site.shell' });
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    ...(env.siteUrl !== null && { metadataBase: new URL(env.siteUrl) }),
  };
}

export default async function Layout({ children, params }: Props) {
  const language = languageOf((await params).locale);
  const t = await getTranslations({ locale: language, namespace: 'site.failure' });
  return (
    <html
      lang={language}
      dir={directionOf(language)}
      data-own={ownFestival() ?? undefined}
      className={faces}
      data-scroll-behavior="smooth"
      suppressHydrationWarning
    >
      <head>
        <script dangerouslySetInnerHTML={{ __html: pageScript }} />
      </head>
      <body className="flex min-h-svh flex-col">
        <ErrorWordsProvider words={{ title: t('title'), text: t('text'), retry: t('retry') }}>
          {children}
        </ErrorWordsProvider>
        <Awake />
      </body>
    </html>
  );
}
