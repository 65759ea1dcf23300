import type { PublicArtist } from '@festivals/domain/programme/line-up-contract';
import { paletteOf } from '@festivals/ui';
import { getTranslations } from 'next-intl/server';
import type { Seen } from '../festival/seen.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { ArtistPicture } from './artist-picture.tsx';
import { HeartButton } from './heart-button.tsx';
import { ShareButton } from './share-button.tsx';

/** As large as its longest word lets it be beside the picture or below it. */
function nameSize(name: string): string {
  const longest = Math.max(...name.split(/[\s\u00ad-]+/).map((word) => word.length));
  return `clamp(2rem, calc(76cqw / (var(--face-wide, 0.54) * ${Math.max(longest, 5)})), ${name.length > 18 ? 5.5 : 8}rem)`;
}

/** The artist's poster: who, from where, what they play, and a heart. */
export async function ArtistHead({ festival, language, artist }: Seen & { artist: PublicArtist }) {
  const t = await getTranslations({ locale: language, namespace: 'site.artist' });
  const favourite = await getTranslations({ locale: language, namespace: 'site.favourite' });
  const { lights } = paletteOf(festival.theme);
  const country =
    artist.country === null ? null : (new Intl.DisplayNames(language, { type: 'region' }).of(artist.country) ?? null);
  return (
    <div className="on-dark bg-(--poster-land) text-white">
      <div className="column grid items-center gap-8 py-8 sm:py-14 md:grid-cols-[minmax(0,22rem)_minmax(0,1fr)] md:gap-12">
        <figure>
          <ArtistPicture
            festival={festival}
            artist={artist}
            language={language}
            sizes="(min-width: 48rem) 22rem, 90vw"
            first
            className="aspect-4/5 w-full rounded-3xl object-cover shadow-float max-md:max-h-[60svh]"
          />
          {artist.picture?.credit && (
            <figcaption className="mt-2 text-sm text-white/85">© {artist.picture.credit}</figcaption>
          )}
        </figure>
        <div className="@container min-w-0">
          <a
            href={inLanguage(language, paths.lineUp(festival.slug))}
            className="inline-block py-1 font-semibold text-white underline underline-offset-4 focus-visible:outline-white"
          >
            {t('all')}
          </a>
          <h1
            className="poster mt-4 wrap-break-word"
            style={{ fontSize: nameSize(artist.name), color: artist.billing === 1 ? '#fff' : lights[0] }}
          >
            {artist.name}
          </h1>
          <ul className="mt-6 flex flex-wrap gap-2">
            {country !== null && (
              <li className="rounded-button bg-white px-4 py-1.5 font-semibold text-black">{country}</li>
            )}
            {artist.genres.map((genre) => (
              <li key={genre}>
                <a
                  href={`${inLanguage(language, paths.lineUpAs(festival.slug, 'grid'))}?${new URLSearchParams({ genre })}`}
                  className="block rounded-button border border-white/60 px-4 py-1.5 font-semibold hover:bg-white/15 focus-visible:outline-white"
                >
                  {genre}
                </a>
              </li>
            ))}
          </ul>
          <div className="mt-8 flex flex-wrap gap-3">
            <HeartButton
              kind="artist"
              id={artist.id}
              label={favourite('artist', { name: artist.name })}
              className="heart-wide"
              words={{ choose: favourite('choose'), chosen: favourite('chosen') }}
            />
            <ShareButton
              title={`${artist.name} – ${festival.name}`}
              words={{ share: t('share'), copied: t('copied'), failed: t('copy_failed') }}
              className="inline-flex h-14 items-center gap-2.5 rounded-button border-2 border-white/70 px-6 text-lg font-semibold hover:bg-white/15 focus-visible:outline-white"
            />
          </div>
        </div>
      </div>
    </div>
  );
}
