import { getTranslations } from 'next-intl/server';
import type { Seen } from '../festival/seen.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { filterData, type ListedArtist } from './listed-artists.ts';

/** The wall: headliners huge, everyone present, each name a way to them. */
export async function LineUpPoster({ festival, language, listed }: Seen & { listed: readonly ListedArtist[] }) {
  const t = await getTranslations({ locale: language, namespace: 'site.festival' });
  const billed = Map.groupBy(listed, ({ artist }) => artist.billing);
  return (
    <div className={listed.length === 0 ? 'wall' : 'wall mt-6 sm:mt-8'}>
      <div className="column">
        {listed.length === 0 && <p className="headline text-3xl sm:text-5xl">{t('line_up_soon')}</p>}
        {[1, 2, 3, 4].map((billing) => {
          const artists = billed.get(billing) ?? [];
          if (artists.length === 0) return null;
          return (
            <ul
              key={billing}
              className={`tier tier-${billing}${billing < 4 ? ' poster' : ''}${billing === 1 ? ' loud' : ''}`}
            >
              {artists.map((one) => (
                <li key={one.artist.id} {...filterData(one)}>
                  <a href={inLanguage(language, paths.artist(festival.slug, one.artist.slug))} data-name="">
                    {one.artist.name}
                  </a>
                </li>
              ))}
            </ul>
          );
        })}
      </div>
    </div>
  );
}
