import { Artwork } from '@festivals/ui/artwork';
import { LivingArtwork } from '@festivals/ui/living-artwork';
import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { loadFestivals } from '../../festival/load-festivals.ts';
import { FestivalFinder } from '../../home/festival-finder.tsx';
import { FestivalWall } from '../../home/festival-wall.tsx';
import { wishes } from '../../home/find-festivals.ts';
import { perPage } from '../../home/page-at.ts';
import { alternates } from '../../shell/alternates.ts';
import { languageOf } from '../../shell/language-of.ts';
import { inLanguage, paths } from '../../shell/paths.ts';
import { SiteFooter } from '../../shell/site-footer.tsx';
import { SiteHeader } from '../../shell/site-header.tsx';

interface Props {
  params: Promise<{ locale: string }>;
}

export const revalidate = 10;

/** Of those that were, the last ones; the others are found. */
const mostPast = 6;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = languageOf((await params).locale);
  const t = await getTranslations({ locale: language, namespace: 'site.home' });
  return {
    title: { absolute: t('meta_title') },
    description: t('lead'),
    alternates: alternates(language, paths.home()),
  };
}

/** Every festival that can be visited, each under its own sky; and those that were. */
export default async function Home({ params }: Props) {
  const language = languageOf((await params).locale);
  const t = await getTranslations({ locale: language, namespace: 'site.home' });
  const { coming, past, all } = await loadFestivals();
  const { genres } = wishes(coming);
  return (
    <>
      <SiteHeader language={language} path={paths.home()} overArtwork />
      <main id="content" className="flex-1">
        <section className="relative isolate flex min-h-[80svh] overflow-hidden bg-black text-white">
          <LivingArtwork className="absolute inset-0 -z-10">
            <Artwork seed="the house" palette="dawn" className="h-full" />
          </LivingArtwork>
          <div className="absolute inset-x-0 top-0 -z-10 h-2/3 bg-linear-to-b from-black/60 to-transparent" />
          <div className="absolute inset-x-0 bottom-0 -z-10 h-72 bg-linear-to-t from-black/90 via-black/65 to-transparent" />
          <div className="column flex flex-col items-center pt-24 pb-24 text-center">
            <h1 className="poster animate-arrive text-[clamp(3.25rem,min(17vw,22svh),10rem)] drop-shadow-lg lg:text-[clamp(3.25rem,min(11.5vw,22svh),10rem)]">
              {t('title')}
            </h1>
            <span className="min-h-48 flex-1" />
            <p className="max-w-2xl animate-arrive text-lg font-semibold text-balance drop-shadow-md [animation-delay:120ms] sm:text-2xl">
              {t('lead')}
            </p>
          </div>
        </section>
        <div className="column relative z-10 -mt-12">
          <FestivalFinder language={language} festivals={all} />
          {genres.length > 0 && (
            <ul aria-label={t('genre')} className="mt-5 flex flex-wrap gap-2">
              {genres.slice(0, 10).map((genre) => (
                <li key={genre}>
                  <a
                    href={`${inLanguage(language, paths.festivals())}?${new URLSearchParams({ genre })}`}
                    className="inline-flex min-h-11 items-center rounded-full border border-edge bg-surface px-4 font-semibold hover:bg-hover"
                  >
                    {genre}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
        <section aria-labelledby="festivals" className="column py-14 sm:py-20">
          <h2 id="festivals" className="headline mb-8 text-4xl sm:text-5xl">
            {t('festivals')}
          </h2>
          {coming.length === 0 ? (
            <p className="max-w-prose text-lg text-ink-soft">{t('none')}</p>
          ) : (
            <FestivalWall festivals={coming.slice(0, perPage)} language={language} />
          )}
          {(coming.length > perPage || past.length > mostPast) && (
            <p className="mt-10 text-center">
              <a
                href={inLanguage(language, paths.festivals())}
                className="inline-flex min-h-14 items-center rounded-button border border-edge bg-surface px-7 text-lg font-bold hover:bg-hover"
              >
                {t('all_count', { count: all.length })}
              </a>
            </p>
          )}
        </section>
        {past.length > 0 && (
          <section aria-labelledby="past" className="column pb-14 sm:pb-20">
            <h2 id="past" className="headline mb-8 text-4xl sm:text-5xl">
              {t('past')}
            </h2>
            <FestivalWall festivals={past.slice(0, mostPast)} language={language} />
          </section>
        )}
      </main>
      <SiteFooter language={language} path={paths.home()} />
    </>
  );
}
