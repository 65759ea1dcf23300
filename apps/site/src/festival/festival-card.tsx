import type { Language } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import { themeStyle } from '@festivals/ui';
import { said } from '../programme/said.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { artworkAddress } from './artwork-address.ts';
import type { ListedFestival } from './load-festivals.ts';
import { PictureOf } from './picture-of.tsx';
import { sayDates } from './say-dates.ts';

interface Props {
  festival: ListedFestival;
  language: Language;
  first: boolean;
}

const picture =
  'absolute inset-0 -z-10 size-full object-cover object-bottom transition-transform duration-700 ease-out group-hover:scale-105';

/** A festival as a small poster that leads to it, in its own colours and letters. */
export async function FestivalCard({ festival, language, first }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.festival' });
  const { theme, place, genres } = festival;
  const tagline = said(festival.tagline, language, festival.languages);
  const longest = Math.max(5, ...festival.name.split(/[\s\u00ad-]+/).map((word) => word.length));
  return (
    <a
      href={inLanguage(language, paths.festival(festival.slug))}
      style={themeStyle(theme)}
      data-lettering={theme.lettering ?? 'loud'}
      className="group relative isolate flex h-full min-h-[30rem] flex-col overflow-hidden rounded-3xl bg-(--poster-land) p-6 shadow-raised transition-shadow hover:shadow-float focus-visible:outline-4 focus-visible:outline-offset-4 sm:p-7"
    >
      {festival.cover ? (
        <PictureOf
          picture={festival.cover}
          sizes="(min-width: 64rem) 30rem, 100vw"
          alt=""
          first={first}
          className={picture}
        />
      ) : (
        <img
          src={artworkAddress(theme)}
          alt=""
          loading={first ? 'eager' : 'lazy'}
          decoding="async"
          className={picture}
        />
      )}
      <span className="absolute inset-x-0 top-0 -z-10 h-3/5 bg-linear-to-b from-(--poster-sky) via-(--poster-sky)/60 to-transparent" />
      <span className="absolute inset-x-0 bottom-0 -z-10 h-1/2 bg-linear-to-t from-(--poster-land) from-30% via-(--poster-land)/80 via-60% to-transparent" />
      <span className="@container text-(--poster-ink)">
        {festival.status === 'CANCELLED' && (
          <strong className="mb-3 block w-fit rounded-button bg-white px-3.5 py-1 font-bold text-black">
            {t('cancelled')}
          </strong>
        )}
        <span className="block font-semibold">{sayDates(festival.startsOn, festival.endsOn, language)}</span>
        <span
          style={{ fontSize: `clamp(1.6rem, 92cqw / (var(--face-wide) * ${longest}), 4.5rem)` }}
          className="poster loud mt-2 block hyphens-auto wrap-break-word [hyphenate-limit-chars:24]"
        >
          {festival.name}
        </span>
      </span>
      <span className="min-h-32 flex-1" />
      <span className="text-white">
        <span className="block text-lg font-bold">
          {place.name}, {place.city}
        </span>
        <span lang={tagline?.lang} className="mt-1 block text-base text-balance">
          {tagline?.text}
        </span>
        {genres.length > 0 && (
          <span className="mt-3 flex flex-wrap gap-1.5">
            {genres.slice(0, 4).map((genre) => (
              <span key={genre} className="rounded-button border border-white/60 px-2.5 py-0.5 text-sm font-medium">
                {genre}
              </span>
            ))}
          </span>
        )}
      </span>
    </a>
  );
}
