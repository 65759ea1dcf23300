import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { Dressed } from '../../../../festival/dressed.tsx';
import { pageOf } from '../../../../festival/page-of.ts';
import { clientMessages } from '../../../../shell/client-messages.ts';
import { languageOf } from '../../../../shell/language-of.ts';
import { paths } from '../../../../shell/paths.ts';
import { SiteFooter } from '../../../../shell/site-footer.tsx';
import { SiteHeader } from '../../../../shell/site-header.tsx';
import { HeldTicketView } from '../../../../ticket/held-ticket-view.tsx';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

export const revalidate = 60;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: languageOf((await params).locale), namespace: 'site.ticket' });
  return { title: t('meta_title'), robots: { index: false } };
}

/**
 * A ticket as its holder shows it. One page for all tickets (`next.config.ts` sends their addresses here): it knows nothing of them,
 * since what opens a ticket stays in the browser.
 */
export default async function TicketPage({ params }: Props) {
  const { festival, language } = await pageOf(params);
  const { id, slug, name, startsOn, endsOn, place, languages } = festival;
  return (
    <Dressed theme={festival.theme}>
      <SiteHeader language={language} path={paths.festival(festival.slug)} festival={festival} />
      <main id="content" className="column flex-1 py-6 sm:py-12">
        <NextIntlClientProvider locale={language} messages={await clientMessages(language, ['ticket', 'problem'])}>
          <HeldTicketView festival={{ id, slug, name, startsOn, endsOn, place, languages }} language={language} />
        </NextIntlClientProvider>
      </main>
      <SiteFooter language={language} path={paths.festival(festival.slug)} />
    </Dressed>
  );
}
