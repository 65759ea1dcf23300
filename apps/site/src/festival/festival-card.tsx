import type { Festival } from '@festivals/domain/festival/contract';
import { localised, type Language } from '@festivals/messages';
import { inLanguage, paths } from '../shell/paths.ts';
import { artworkAddress } from './artwork-address.ts';
import { PictureOf } from './picture-of.tsx';
import { sayDates } from './say-dates.ts';

/** A festival as a small poster that leads to it. */
export function FestivalCard({
  festival,
  language,
  first,
}: {
  festival: Festival;
  language: Language;
  first: boolean;
}) {
  return (
    <a
      href={inLanguage(language, paths.festival(festival.slug))}
      className="group relative isolate flex h-full min-h-96 flex-col justify-between overflow-hidden rounded-3xl bg-black p-6 text-white shadow-raised transition-shadow hover:shadow-float focus-visible:outline-4 focus-visible:outline-offset-4"
    >
      {festival.pictures.cover ? (
        <PictureOf
          picture={festival.pictures.cover}
          sizes="(min-width: 64rem) 30rem, 100vw"
          alt=""
          first={first}
          className="absolute inset-0 -z-10 size-full object-cover transition-transform duration-700 ease-out group-hover:scale-105"
        />
      ) : (
        <img
          src={artworkAddress(festival.theme)}
          alt=""
          loading={first ? 'eager' : 'lazy'}
          decoding="async"
          className="absolute inset-0 -z-10 size-full object-cover object-bottom transition-transform duration-700 ease-out group-hover:scale-105"
        />
      )}
      <span className="absolute inset-0 -z-10 bg-linear-to-b from-black/65 via-black/5 via-60% to-black/75" />
      <span>
        <span className="block text-sm font-semibold">{sayDates(festival.startsOn, festival.endsOn, language)}</span>
        <span className="headline mt-2 block text-4xl hyphens-auto sm:text-5xl">{festival.name}</span>
      </span>
      <span>
        <span className="block font-semibold">
          {festival.place.name}, {festival.place.city}
        </span>
        <span className="mt-1 block text-sm text-balance text-white/90">
          {localised(festival.tagline, language, festival.languages)}
        </span>
      </span>
    </a>
  );
}
