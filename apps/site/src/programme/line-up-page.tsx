import type { Details } from '@festivals/domain/festival/details-contract';
import type { LineUp } from '@festivals/domain/programme/line-up-contract';
import { getTranslations } from 'next-intl/server';
import { FestivalFrame } from '../festival/festival-frame.tsx';
import type { Seen } from '../festival/seen.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { FavouriteHearts } from './favourite-hearts.tsx';
import { LineUpFilter } from './line-up-filter.tsx';
import { LineUpGrid } from './line-up-grid.tsx';
import { LineUpList } from './line-up-list.tsx';
import { LineUpPoster } from './line-up-poster.tsx';
import { lineUpViews, type LineUpView } from './line-up-views.ts';
import { filterChoices, listedArtists, timesFollow } from './listed-artists.ts';
import './line-up.css';

type Props = Seen & {
  details: Details;
  lineUp: LineUp;
  view: LineUpView;
};

const shapes = { poster: LineUpPoster, grid: LineUpGrid, list: LineUpList };

/** Everyone who plays: as a poster, in pictures, or as a list. Who looks for somebody without script is answered by `sift-line-up.ts`. */
export async function LineUpPage({ festival, language, details, lineUp, view }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.lineUp' });
  const all = listedArtists(festival, lineUp, language);
  const to = (path: string) => inLanguage(language, path);
  const Shape = shapes[view];
  const follow = timesFollow(festival, all);
  const words = {
    search: t('search'),
    day: t('day'),
    stage: t('stage'),
    genre: t('genre'),
    any_day: t('any_day'),
    any_stage: t('any_stage'),
    any_genre: t('any_genre'),
    find: t('find'),
    everyone: t('everyone'),
    nobody: t('nobody'),
    untimed: all.some(({ sets }) => sets.length === 0) ? t('untimed') : '',
    shown: t('shown', { shown: '#', total: all.length }),
  };
  return (
    <FestivalFrame
      festival={festival}
      language={language}
      details={details}
      path={paths.lineUpAs(festival.slug, view)}
      title={t('title')}
      wide
    >
      {all.length > 0 && (
        <div className="column pt-6 sm:pt-8">
          <LineUpFilter
            action={to(paths.lineUpSearch(festival.slug))}
            everyone={to(paths.lineUp(festival.slug))}
            choices={filterChoices(all, lineUp, language)}
            words={words}
            shown={all.length}
          >
            <nav aria-label={t('views')}>
              <ul className="line-up-views">
                {lineUpViews.map((one) => (
                  <li key={one}>
                    <a
                      href={to(paths.lineUpAs(festival.slug, one))}
                      data-line-up-view
                      aria-current={one === view ? 'page' : undefined}
                    >
                      {t(`view.${one}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </LineUpFilter>
          {follow === 'all' && <p className="mt-4 text-lg text-ink-soft">{t('times_later')}</p>}
        </div>
      )}
      <div data-line-up>
        <Shape festival={festival} language={language} listed={all} />
      </div>
      <FavouriteHearts festivalId={festival.id} repeats={[]} />
    </FestivalFrame>
  );
}
