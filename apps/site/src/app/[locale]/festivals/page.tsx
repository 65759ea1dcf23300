import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { loadFestivals } from '../../../festival/load-festivals.ts';
import { FestivalFinder } from '../../../home/festival-finder.tsx';
import { FestivalWall } from '../../../home/festival-wall.tsx';
import { findFestivals, type Wish } from '../../../home/find-festivals.ts';
import { pageAt } from '../../../home/page-at.ts';
import { PageLinks } from '../../../home/page-links.tsx';
import { languageOf } from '../../../shell/language-of.ts';
import { inLanguage, paths } from '../../../shell/paths.ts';
import { SiteFooter } from '../../../shell/site-footer.tsx';
import { SiteHeader } from '../../../shell/site-header.tsx';

// What was asked for is in the address: each answer is made for it.
export const dynamic = 'force-dynamic';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: languageOf((await params).locale), namespace: 'site.home' });
  return { title: t('results'), robots: { index: false, follow: true } };
}

/** What was found of what somebody looked for. */
export default async function FestivalsPage({ params, searchParams }: Props) {
  const language = languageOf((await params).locale);
  const asked = await searchParams;
  const one = (name: keyof Wish | 'page') => {
    const value = asked[name];
    return typeof value === 'string' ? value.slice(0, 100) : '';
  };
  const wish = { q: one('q'), genre: one('genre'), month: one('month'), city: one('city') };
  const t = await getTranslations({ locale: language, namespace: 'site.home' });
  const { all } = await loadFestivals();
  const found = findFestivals(all, wish);
  const { items, page, pages } = pageAt(found, one('page'));
  return (
    <>
      <SiteHeader language={language} path={paths.festivals()} />
      <main id="content" className="column flex-1 py-10 sm:py-16">
        <h1 className="poster text-5xl sm:text-7xl">{t('results')}</h1>
        <div className="mt-8">
          <FestivalFinder language={language} festivals={all} wish={wish} />
        </div>
        <p className="mt-8 mb-6 text-lg text-ink-soft" role="status">
          {t('found', { count: found.length })}
        </p>
        {found.length === 0 ? (
          <p className="max-w-prose text-lg">
            {t('nothing')}{' '}
            <a
              href={inLanguage(language, paths.home())}
              className="font-semibold text-accent-text underline underline-offset-4"
            >
              {t('all')}
            </a>
          </p>
        ) : (
          <>
            <FestivalWall festivals={items} language={language} />
            <PageLinks language={language} wish={wish} page={page} pages={pages} />
          </>
        )}
      </main>
      <SiteFooter language={language} path={paths.festivals()} />
    </>
  );
}
