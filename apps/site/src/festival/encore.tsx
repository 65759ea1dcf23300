import { getTranslations } from 'next-intl/server';
import { inLanguage, paths } from '../shell/paths.ts';
import { artworkAddress } from './artwork-address.ts';
import { sayDates } from './say-dates.ts';
import type { Seen } from './seen.ts';

/** The end of the page: once more the view, and the way in. */
export async function Encore({ festival, language, open }: Seen & { open: boolean }) {
  const t = await getTranslations({ locale: language, namespace: 'site.festival' });
  return (
    <section
      aria-label={festival.name}
      className="unprinted relative isolate overflow-hidden bg-(--poster-land) text-white later"
    >
      <img
        src={artworkAddress(festival.theme)}
        alt=""
        loading="lazy"
        decoding="async"
        className="absolute inset-0 -z-10 size-full object-cover object-[50%_85%]"
      />
      <div className="absolute inset-0 -z-10 bg-linear-to-t from-(--poster-land)/85 via-(--poster-land)/45 to-(--poster-land)/70" />
      <div className="column flex flex-col items-center py-28 text-center sm:py-40">
        <p className="font-semibold drop-shadow-md sm:text-xl">
          {sayDates(festival.startsOn, festival.endsOn, language)}
        </p>
        <p className="poster loud mt-4 text-[clamp(3rem,9vw,8rem)] drop-shadow-xl">
          {open ? t('be_there') : festival.name}
        </p>
        {open && (
          <a
            href={inLanguage(language, paths.tickets(festival.slug))}
            className="mt-8 inline-flex h-16 items-center rounded-button bg-white px-9 text-xl font-bold text-black shadow-float transition-transform hover:scale-105 focus-visible:outline-4 focus-visible:outline-white"
          >
            {t('get_tickets')}
          </a>
        )}
      </div>
    </section>
  );
}
