import { Artwork } from '@festivals/ui/artwork';
import { LivingArtwork } from '@festivals/ui/living-artwork';
import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { FestivalCard } from '../../festival/festival-card.tsx';
import { loadFestivals } from '../../festival/load-festival.ts';
import { alternates } from '../../shell/alternates.ts';
import { languageOf } from '../../shell/language-of.ts';
import { paths } from '../../shell/paths.ts';
import { SiteFooter } from '../../shell/site-footer.tsx';
import { SiteHeader } from '../../shell/site-header.tsx';

interface Props {
  params: Promise<{ locale: string }>;
}

export const revalidate = 10;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = languageOf((await params).locale);
  const t = await getTranslations({ locale: language, namespace: 'site.home' });
  return {
    title: { absolute: t('meta_title') },
    description: t('lead'),
    alternates: alternates(language, paths.home()),
  };
}

/** Every festival that can be visited, each under its own sky. */
export default async function Home({ params }: Props) {
  const language = languageOf((await params).locale);
  const t = await getTranslations({ locale: language, namespace: 'site.home' });
  const festivals = await loadFestivals();
  return (
    <>
      <SiteHeader language={language} path={paths.home()} overArtwork />
      <main id="content" className="flex-1">
        <section className="relative isolate flex min-h-[88svh] overflow-hidden bg-black text-white">
          <LivingArtwork className="absolute inset-0 -z-10">
            <Artwork seed="the house" palette="dawn" className="h-full" />
          </LivingArtwork>
          <div className="absolute inset-x-0 top-0 -z-10 h-2/3 bg-linear-to-b from-black/60 to-transparent" />
          <div className="absolute inset-x-0 bottom-0 -z-10 h-64 bg-linear-to-t from-black/90 via-black/65 to-transparent" />
          <div className="column flex flex-col items-center pt-24 pb-12 text-center">
            <h1 className="poster animate-arrive text-[clamp(3.25rem,min(17vw,22svh),10rem)] lg:text-[clamp(3.25rem,min(11.5vw,22svh),10rem)] drop-shadow-lg">
              {t('title')}
            </h1>
            <span className="min-h-56 flex-1" />
            <p className="max-w-2xl animate-arrive text-lg font-semibold text-balance drop-shadow-md [animation-delay:120ms] sm:text-2xl">
              {t('lead')}
            </p>
          </div>
        </section>
        <section aria-labelledby="festivals" className="column py-16 sm:py-24">
          <h2 id="festivals" className="headline text-4xl sm:text-5xl">
            {t('festivals')}
          </h2>
          {festivals.length === 0 ? (
            <p className="mt-6 max-w-prose text-lg text-ink-soft">{t('none')}</p>
          ) : (
            <ul className="mt-10 grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
              {festivals.map((festival, at) => (
                <li key={festival.id} className={at === 0 ? 'sm:col-span-2' : ''}>
                  <FestivalCard festival={festival} language={language} first={at === 0} />
                </li>
              ))}
            </ul>
          )}
        </section>
      </main>
      <SiteFooter language={language} path={paths.home()} />
    </>
  );
}
