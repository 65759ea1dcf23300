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
import { OrderView } from '../../../../shop/order/order-view.tsx';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

export const revalidate = 60;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: languageOf((await params).locale), namespace: 'site.order' });
  return { title: t('meta_title'), robots: { index: false } };
}

/**
 * An order and its tickets. One page for all orders (`next.config.ts` sends their addresses here): it knows nothing of them,
 * since what opens an order stays in the browser.
 */
export default async function OrderPage({ params }: Props) {
  const { festival, language } = await pageOf(params);
  const { id, slug, name, startsOn, endsOn, place, theme, languages } = festival;
  return (
    <Dressed theme={theme}>
      <SiteHeader language={language} path={paths.festival(festival.slug)} festival={festival} />
      <main id="content" className="column flex-1 py-12 sm:py-20">
        <NextIntlClientProvider
          locale={language}
          messages={await clientMessages(language, [
            'order',
            'ticket',
            'shop',
            'asked',
            'company',
            'pay',
            'checkout',
            'problem',
          ])}
        >
          <OrderView festival={{ id, slug, name, startsOn, endsOn, place, theme, languages }} language={language} />
        </NextIntlClientProvider>
      </main>
      <SiteFooter language={language} path={paths.festival(festival.slug)} />
    </Dressed>
  );
}
