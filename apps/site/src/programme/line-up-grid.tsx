import { getTranslations } from 'next-intl/server';
import type { Seen } from '../festival/seen.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { ArtistPicture } from './artist-picture.tsx';
import { HeartButton } from './heart-button.tsx';
import { filterData, timesFollow, type ListedArtist } from './listed-artists.ts';

/** Everyone in pictures; who has none is given one that no neighbour has. */
export async function LineUpGrid({ festival, language, listed }: Seen & { listed: readonly ListedArtist[] }) {
  const t = await getTranslations({ locale: language, namespace: 'site.lineUp' });
  const toCome = timesFollow(festival, listed) === 'some' ? t('to_come') : '';
  const favourite = await getTranslations({ locale: language, namespace: 'site.favourite' });
  return (
    <div className="column py-8 sm:py-10">
      <ul className="faces">
        {listed.map((one, at) => (
          <li
            key={one.artist.id}
            {...filterData(one)}
            className={one.artist.billing === 1 ? 'face face-large' : 'face'}
          >
            <a href={inLanguage(language, paths.artist(festival.slug, one.artist.slug))}>
              <ArtistPicture
                festival={festival}
                artist={one.artist}
                language={language}
                sizes={one.artist.billing === 1 ? '(min-width: 64rem) 28rem, 100vw' : '(min-width: 64rem) 18rem, 50vw'}
                first={at < 4}
                className="face-picture"
              />
              <span className="face-words">
                <span className="face-name" data-name="">
                  {one.artist.name}
                </span>
                <span className="face-when">{one.appearances[0] ?? toCome}</span>
              </span>
            </a>
            <HeartButton kind="artist" id={one.artist.id} label={favourite('artist', { name: one.artist.name })} />
          </li>
        ))}
      </ul>
    </div>
  );
}
