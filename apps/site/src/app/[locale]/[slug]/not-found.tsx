import { getTranslations } from 'next-intl/server';
import { FestivalLink } from '../../../shell/festival-link.tsx';

/** A page that the festival has not, on the festival's own poster: its colours and its picture come from the layout around it. */
export default async function NotFoundHere() {
  const t = await getTranslations('site.not_found');
  return (
    <main
      id="content"
      className="relative isolate flex min-h-svh flex-1 flex-col overflow-hidden bg-(--poster-land,#000) bg-(image:--poster-artwork) bg-cover bg-bottom text-white"
    >
      <div className="absolute inset-x-0 top-0 -z-10 h-2/3 bg-linear-to-b from-(--poster-sky,#000)/90 via-(--poster-sky,#000)/40 to-transparent" />
      <div className="absolute inset-x-0 bottom-0 -z-10 h-[26rem] bg-linear-to-t from-(--poster-land,#000) from-45% to-transparent" />
      <div className="column flex flex-1 flex-col items-center pt-14 pb-14 text-center">
        <p aria-hidden="true" className="poster text-[min(42vw,40svh)] text-(--poster-ink,#fff)">
          404
        </p>
        <span className="min-h-32 flex-1" />
        <h1 className="poster text-5xl sm:text-7xl">{t('title')}</h1>
        <p className="mt-4 max-w-xl text-lg text-balance">{t('text')}</p>
        <FestivalLink className="mt-7 inline-flex min-h-14 items-center rounded-button bg-white px-8 text-lg font-bold text-black transition-transform hover:scale-105 focus-visible:outline-4 focus-visible:outline-white">
          {t('back')}
        </FestivalLink>
      </div>
    </main>
  );
}
