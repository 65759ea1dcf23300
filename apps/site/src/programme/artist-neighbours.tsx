import type { LineUpArtist, PublicArtist } from '@festivals/domain/programme/line-up-contract';
import { localeOf } from '@festivals/messages';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { Seen } from '../festival/seen.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { ArtistPicture } from './artist-picture.tsx';

type Props = Seen & {
  artist: PublicArtist;
  playing: readonly LineUpArtist[];
  similar: readonly LineUpArtist[];
};

/** Whom to look at next: those who play alike, and the neighbours by name. */
export async function ArtistNeighbours({ festival, language, artist, playing, similar }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.artist' });
  const to = (slug: string) => inLanguage(language, paths.artist(festival.slug, slug));
  const { compare } = new Intl.Collator(localeOf(language), { numeric: true });
  const byName = playing.toSorted((a, b) => compare(a.sortName ?? a.name, b.sortName ?? b.name));
  const at = byName.findIndex(({ id }) => id === artist.id);
  const neighbours = at === -1 ? [] : [byName[at - 1], byName[at + 1]];
  return (
    <>
      {similar.length > 0 && (
        <section aria-labelledby="similar" className="unprinted mt-16">
          <h2 id="similar" className="headline text-2xl sm:text-3xl">
            {t('similar')}
          </h2>
          <ul className="mt-5 grid grid-cols-2 gap-4 md:grid-cols-4">
            {similar.map((one) => (
              <li key={one.id}>
                <a href={to(one.slug)} className="group block rounded-3xl focus-visible:outline-4">
                  <span className="block overflow-hidden rounded-3xl">
                    <ArtistPicture
                      festival={festival}
                      artist={one}
                      language={language}
                      sizes="(min-width: 48rem) 17rem, 45vw"
                      className="aspect-4/5 w-full object-cover transition-transform duration-500 group-hover:scale-105"
                    />
                  </span>
                  <span className="mt-3 block font-display text-lg/tight font-bold wrap-break-word group-hover:underline">
                    {one.name}
                  </span>
                  <span className="block text-sm text-ink-soft">{one.genres.join(', ')}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <nav aria-label={t('neighbours')} className="unprinted mt-16 grid grid-cols-2 gap-4 border-t border-line pt-6">
        {neighbours.map((one, side) =>
          one ? (
            <a
              key={one.id}
              href={to(one.slug)}
              rel={side === 0 ? 'prev' : 'next'}
              className={`flex min-w-0 items-center gap-3 rounded-2xl p-3 hover:bg-hover ${side === 0 ? '' : 'col-start-2 flex-row-reverse text-end'}`}
            >
              {side === 0 ? (
                <ArrowLeft aria-hidden="true" className="size-6 shrink-0 rtl:-scale-x-100" />
              ) : (
                <ArrowRight aria-hidden="true" className="size-6 shrink-0 rtl:-scale-x-100" />
              )}
              <span className="min-w-0">
                <span className="block text-sm text-ink-soft">{t(side === 0 ? 'previous' : 'next')}</span>
                <span className="block font-display text-lg font-bold wrap-break-word">{one.name}</span>
              </span>
            </a>
          ) : null,
        )}
      </nav>
    </>
  );
}
