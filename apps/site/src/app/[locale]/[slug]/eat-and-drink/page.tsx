import { localeOf } from '@festivals/messages';
import { formatMoney } from '@festivals/ui/format-money';
import { Coins } from 'lucide-react';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { MenuFilter } from '../../../../eat/menu-filter.tsx';
import { MenuFilterForm, MenuFilterStyle } from '../../../../eat/menu-filter-form.tsx';
import { tokenWords } from '../../../../eat/say-tokens.ts';
import { StandMenu } from '../../../../eat/stand-menu.tsx';
import { standsWithMenus } from '../../../../eat/stands-with-menus.ts';
import { FestivalFrame } from '../../../../festival/festival-frame.tsx';
import { loadDetails, loadPlaces, loadStands } from '../../../../festival/load-festival.ts';
import { headOf, pageOf } from '../../../../festival/page-of.ts';
import { alternates } from '../../../../shell/alternates.ts';
import { clientMessages } from '../../../../shell/client-messages.ts';
import { paths } from '../../../../shell/paths.ts';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

export const revalidate = 10;
export const generateStaticParams = () => [];

export const generateMetadata = ({ params }: Props) =>
  headOf(params, async ({ festival, language }) => {
    const t = await getTranslations({ locale: language, namespace: 'site.eat' });
    return {
      title: { absolute: t('meta_title', { name: festival.name }) },
      description: t('lead'),
      alternates: alternates(language, paths.eat(festival.slug)),
    };
  });

/** Everything that is served and sold on site, with its price and what is in it. */
export default async function EatAndDrinkPage({ params }: Props) {
  const { festival, language } = await pageOf(params);
  const t = await getTranslations({ locale: language, namespace: 'site.eat' });
  const [details, stands, places] = await Promise.all([
    loadDetails(festival),
    loadStands(festival),
    loadPlaces(festival),
  ]);
  const groups = standsWithMenus(stands, language);
  const shown = groups.flatMap((group) => group.stands);
  const seen = { festival, language };
  const { count, price } = details.tokens.content;
  const tokens = price === null ? null : { count, price };
  const inTokens = await tokenWords(language);
  const known = new Set(places.map(({ id }) => id));
  return (
    <FestivalFrame {...seen} details={details} path={paths.eat(festival.slug)} title={t('title')} lead={t('lead')}>
      {shown.length === 0 ? (
        <p className="max-w-prose text-lg text-ink-soft">{t('empty')}</p>
      ) : (
        <div className="menu">
          <MenuFilterStyle />
          {tokens && (
            <p className="mb-8 inline-flex items-center gap-3 rounded-2xl bg-accent-soft px-5 py-3 text-lg font-semibold text-accent-text">
              <Coins aria-hidden="true" className="size-6 shrink-0" />
              {inTokens.rate(tokens.count, formatMoney(tokens.price, festival.currency, localeOf(language)))}
            </p>
          )}
          <MenuFilterForm language={language} stands={shown} />
          <NextIntlClientProvider
            locale={language}
            messages={await clientMessages(language, ['open_now', 'eat_found'])}
          >
            <MenuFilter zone={festival.zone} hours={Object.fromEntries(shown.map(({ id, hours }) => [id, hours]))} />
            {groups.map(({ kind, stands: those }) => (
              <section key={kind} aria-labelledby={`stands-${kind}`} className="stands mt-12">
                <h2 id={`stands-${kind}`} className="headline text-3xl sm:text-4xl">
                  {t('kind', { kind })}
                </h2>
                <div className="mt-6 gap-5 md:columns-2 xl:columns-3">
                  {those.map((stand) => (
                    <StandMenu
                      key={stand.id}
                      {...seen}
                      stand={stand}
                      tokens={tokens}
                      onMap={stand.placeId !== null && known.has(stand.placeId)}
                    />
                  ))}
                </div>
              </section>
            ))}
          </NextIntlClientProvider>
          <p className="mt-10 max-w-[68ch] text-ink-soft">{t('allergy_note')}</p>
        </div>
      )}
    </FestivalFrame>
  );
}
