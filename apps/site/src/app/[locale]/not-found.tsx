import { Artwork } from '@festivals/ui/artwork';
import { getLocale, getTranslations } from 'next-intl/server';
import { SiteHeader } from '../../shell/site-header.tsx';
import { inLanguage, paths } from '../../shell/paths.ts';

/** A stage where nothing plays that anybody asked for; still a nice view. */
export default async function NotFound() {
  const language = await getLocale();
  const t = await getTranslations('site.not_found');
  return (
    <main id="content" className="relative isolate grid min-h-svh flex-1 overflow-hidden bg-black text-white">
      <SiteHeader language={language} path={paths.home()} overArtwork />
      <Artwork seed="nobody here" palette="neon" className="absolute inset-0 -z-10" />
      <div className="absolute inset-x-0 bottom-0 -z-10 h-96 bg-linear-to-t from-black via-black/80 to-transparent" />
      <div className="column flex flex-col items-center pt-20 pb-12 text-center">
        <p aria-hidden="true" className="poster text-[min(40vw,38svh)]">
          404
        </p>
        <span className="min-h-32 flex-1" />
        <h1 className="headline text-4xl sm:text-5xl">{t('title')}</h1>
        <p className="mt-3 max-w-xl text-lg text-balance text-white/90">{t('text')}</p>
        <a
          href={inLanguage(language, paths.home())}
          className="mt-6 inline-flex h-14 items-center rounded-full bg-white px-8 text-lg font-semibold text-black hover:bg-white/85 focus-visible:outline-white"
        >
          {t('home')}
        </a>
      </div>
    </main>
  );
}
