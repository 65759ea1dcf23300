import type { Details } from '@festivals/domain/festival/details-contract';
import type { LineUp, PublicArtist } from '@festivals/domain/programme/line-up-contract';
import { playersOf } from '@festivals/domain/programme/set-name';
import { playedSet } from '@festivals/domain/programme/visit/favourites';
import { similarArtists } from '@festivals/domain/programme/visit/similar-artists';
import { getTranslations } from 'next-intl/server';
import type { Graph } from 'schema-dts';
import { FestivalFrame } from '../festival/festival-frame.tsx';
import { isPast } from '../festival/is-past.ts';
import { JsonLd } from '../festival/json-ld.tsx';
import { playingArtists } from '../festival/playing-artists.ts';
import type { Seen } from '../festival/seen.ts';
import { paths } from '../shell/paths.ts';
import { ArtistHead } from './artist-head.tsx';
import { ArtistLinks } from './artist-links.tsx';
import { ArtistNeighbours } from './artist-neighbours.tsx';
import { ArtistSets } from './artist-sets.tsx';
import { FavouriteHearts } from './favourite-hearts.tsx';
import { said } from './said.ts';
import { artistData, setData } from './set-data.ts';

type Props = Seen & { details: Details; artist: PublicArtist; lineUp: LineUp };

/** Everything about an artist that everyone may know. */
export async function ArtistPage({ festival, language, details, artist, lineUp }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.artist' });
  const bio = said(artist.bio, language, festival.languages);
  const slots = lineUp.slots.filter((slot) => playersOf(slot).includes(artist.id));
  const playing = playingArtists(lineUp);
  const similar = similarArtists(artist, { artists: playing, slots: lineUp.slots }, 4);
  const heading = 'headline text-2xl sm:text-3xl';
  const graph: Graph = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        ...artistData(festival, language, artist),
        genre: artist.genres,
        ...(bio && { description: bio.text }),
        ...(artist.links.length > 0 && { sameAs: artist.links.map(({ url }) => url) }),
      },
      ...slots.flatMap((slot) => setData(festival, language, lineUp, slot) ?? []),
    ],
  };
  return (
    <FestivalFrame
      festival={festival}
      language={language}
      details={details}
      path={paths.artist(festival.slug, artist.slug)}
      title={artist.name}
      head={<ArtistHead festival={festival} language={language} artist={artist} />}
    >
      <JsonLd data={graph} />
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]">
        <div className="space-y-12 lg:order-2">
          {/* Nobody waits any more for a time that never came. */}
          {(slots.length > 0 || !isPast(festival)) && (
            <section aria-labelledby="when">
              <h2 id="when" className={heading}>
                {t('when')}
              </h2>
              <ArtistSets festival={festival} language={language} artist={artist} lineUp={lineUp} slots={slots} />
            </section>
          )}
          {artist.links.length > 0 && (
            <section aria-labelledby="listen">
              <h2 id="listen" className={heading}>
                {t('listen')}
              </h2>
              <ArtistLinks links={artist.links} website={t('website')} />
            </section>
          )}
        </div>
        {bio && (
          <section aria-labelledby="about" className="lg:order-1">
            <h2 id="about" className="sr-only">
              {t('about', { artist: artist.name })}
            </h2>
            <div lang={bio.lang} className="max-w-[62ch] space-y-5 text-xl/relaxed whitespace-pre-line">
              {bio.text.split(/\n{2,}/).map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </div>
          </section>
        )}
      </div>
      <ArtistNeighbours festival={festival} language={language} artist={artist} playing={playing} similar={similar} />
      <FavouriteHearts festivalId={festival.id} repeats={slots.map(playedSet)} />
    </FestivalFrame>
  );
}
