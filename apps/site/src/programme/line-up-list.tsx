import { plainLetters } from '@festivals/domain/programme/visit/find-name';
import { localeOf } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import type { Seen } from '../festival/seen.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { HeartButton } from './heart-button.tsx';
import { filterData, timesFollow, type ListedArtist } from './listed-artists.ts';

const sortedBy = ({ artist }: ListedArtist) => artist.sortName ?? artist.name;

/** The letter under which a name is looked for; what begins with none stands under #. */
function letterOf(one: ListedArtist): string {
  const [first = '#'] = plainLetters(sortedBy(one)).toUpperCase();
  return /\p{L}/u.test(first) ? first : '#';
}

/** Everyone by name, with when and where. */
export async function LineUpList({ festival, language, listed }: Seen & { listed: readonly ListedArtist[] }) {
  const t = await getTranslations({ locale: language, namespace: 'site.lineUp' });
  const toCome = timesFollow(festival, listed) === 'some' ? t('to_come') : '';
  const favourite = await getTranslations({ locale: language, namespace: 'site.favourite' });
  const { compare } = new Intl.Collator(localeOf(language), { numeric: true });
  const letters = Map.groupBy(
    listed.toSorted((a, b) => compare(sortedBy(a), sortedBy(b))),
    letterOf,
  );
  const inOrder = [...letters].toSorted(([a], [b]) => compare(a, b));
  return (
    <div className="column py-8 sm:py-10">
      {listed.length > 40 && (
        <nav aria-label={t('letters')} className="unprinted">
          <ul className="letters">
            {inOrder.map(([letter]) => (
              <li key={letter}>
                <a href={`#letter-${letter}`}>{letter}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {inOrder.map(([letter, artists]) => (
        <section key={letter} aria-labelledby={`letter-${letter}`} className="letter">
          <h2 id={`letter-${letter}`}>{letter}</h2>
          <ul>
            {artists.map((one) => (
              <li key={one.artist.id} {...filterData(one)} className="row">
                <HeartButton kind="artist" id={one.artist.id} label={favourite('artist', { name: one.artist.name })} />
                <a href={inLanguage(language, paths.artist(festival.slug, one.artist.slug))} data-name="">
                  {one.artist.name}
                </a>
                <span className="row-genres">{one.artist.genres.join(', ')}</span>
                <span className="row-when">
                  {one.appearances.length === 0
                    ? toCome
                    : one.appearances.map((when) => <span key={when}>{when}</span>)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
