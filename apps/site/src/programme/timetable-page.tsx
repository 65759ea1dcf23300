import type { Details } from '@festivals/domain/festival/details-contract';
import type { LineUp } from '@festivals/domain/programme/line-up-contract';
import { localeOf } from '@festivals/messages';
import { CalendarPlus, Grid3x3, Heart, List } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { Graph } from 'schema-dts';
import { FestivalFrame } from '../festival/festival-frame.tsx';
import { isPast } from '../festival/is-past.ts';
import { JsonLd } from '../festival/json-ld.tsx';
import { sayDay } from '../festival/say-dates.ts';
import type { Seen } from '../festival/seen.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { FavouriteHearts } from './favourite-hearts.tsx';
import { OnStage } from './on-stage.tsx';
import { OnlyMine } from './only-mine.tsx';
import { PrintButton } from './print-button.tsx';
import { repeats } from './repeats.ts';
import { sayShortDay } from './say-times.ts';
import { setData } from './set-data.ts';
import { setWords } from './set-words.ts';
import { TimetableBoard } from './timetable-board.tsx';
import { daysOf, timetableDay } from './timetable-day.ts';
import { TimetableLife } from './timetable-life.tsx';
import './timetable.css';
import './board-grid.css';
import './timetable-print.css';

type Props = Seen & {
  details: Details;
  lineUp: LineUp;
  day: string | undefined;
  view: 'auto' | 'grid' | 'list';
  /** Its own address without its language: with the day and the view, if they were asked for. */
  path: string;
};

const tool =
  'inline-flex min-h-11 items-center gap-2 rounded-button px-4 py-2 font-semibold hover:bg-hover [&_svg]:size-5 [&_svg]:shrink-0';

/** A festival day as people know it from festivals. */
export async function TimetablePage({ festival, language, details, lineUp, day, view, path }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.timetable' });
  const to = (path: string) => inLanguage(language, path);
  const { slug, zone } = festival;
  const shown = day === undefined ? null : timetableDay(lineUp, day, zone);
  const dayName = shown ? sayDay(shown.day, language) : '';
  const words = {
    ...(await setWords(language)),
    region: t('region', { day: dayName }),
    now: t('now'),
    onNow: t('on_now'),
  };
  const zoneName =
    new Intl.DateTimeFormat(localeOf(language), { timeZone: zone, timeZoneName: 'longGeneric' })
      .formatToParts(new Date(shown?.begins ?? 0))
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  return (
    <FestivalFrame festival={festival} language={language} details={details} path={path} title={t('title')} wide>
      <div className="timetable py-6 sm:py-8">
        {shown === null ? (
          <div className="column">
            <p className="text-lg text-ink-soft">{t(isPast(festival) ? 'none' : 'empty')}</p>
            <a
              href={to(paths.lineUp(slug))}
              className="mt-3 inline-block py-2 font-semibold text-accent-text underline underline-offset-4"
            >
              {t('to_line_up')}
            </a>
          </div>
        ) : (
          <>
            <JsonLd data={dayData({ festival, language }, lineUp, shown.day)} />
            <div className="column unprinted">
              <nav aria-label={t('days')}>
                <ul className="days">
                  {daysOf(lineUp).map((one) => (
                    <li key={one}>
                      <a
                        href={to(paths.timetableOf(slug, one, view === 'auto' ? undefined : view))}
                        aria-current={one === shown.day ? 'page' : undefined}
                      >
                        {sayShortDay(one, language)}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
              <div className="mt-3 -mx-2 flex flex-wrap items-center gap-x-1">
                <a href={to(paths.timetableOf(slug, shown.day, 'grid'))} className={`${tool} to-grid`} data-view={view}>
                  <Grid3x3 aria-hidden="true" />
                  {t('as_grid')}
                </a>
                <a href={to(paths.timetableOf(slug, shown.day, 'list'))} className={`${tool} to-list`} data-view={view}>
                  <List aria-hidden="true" />
                  {t('as_list')}
                </a>
                <a href={to(paths.myProgramme(slug))} className={`${tool} scripted`}>
                  <Heart aria-hidden="true" />
                  {t('mine')}
                </a>
                <OnlyMine label={t('only_mine')} />
                <span className="flex-1" />
                <PrintButton label={t('print')} className={`${tool} max-sm:hidden`} />
              </div>
            </div>
            <div className="column printed-head">
              <h2 className="headline mt-4 text-3xl sm:text-4xl">
                <span className="printed">{festival.name}, </span>
                {dayName}
              </h2>
              <p className="mt-2 text-ink-soft">{t('zone', { zone: zoneName })}</p>
            </div>
            <TimetableBoard
              festival={festival}
              language={language}
              lineUp={lineUp}
              day={shown}
              view={view}
              words={words}
            />
            {/* Below the board, which says as much by itself: what comes later moves nothing that is being read. */}
            <OnStage festival={festival} language={language} />
            <div className="column">
              <p className="none-mine mt-6 text-lg text-ink-soft">{t('none_mine')}</p>
              <p className="mt-6 text-ink-soft">
                {/* What script adds is added below the sets: it moves nothing that is being read. */}
                {t('night', { hour: `${String(festival.cutOff).padStart(2, '0')}:00` })}{' '}
                <span data-yours-note="" suppressHydrationWarning />
              </p>
              <p className="unprinted">
                <a
                  href={`/api/festivals/${festival.id}/programme/feed/programme.ics`}
                  className="mt-2 inline-flex items-center gap-2 py-2 font-semibold text-accent-text underline underline-offset-4"
                >
                  <CalendarPlus aria-hidden="true" className="size-5 shrink-0" />
                  {t('feed')}
                </a>
              </p>
            </div>
            <FavouriteHearts festivalId={festival.id} repeats={repeats(lineUp)} />
            <TimetableLife zone={zone} clash={t('clash', { names: '#' })} yours={t('yours', { zone: '#' })} />
          </>
        )}
      </div>
    </FestivalFrame>
  );
}

/** Each set of the day that has a name, for search engines. */
const dayData = ({ festival, language }: Seen, lineUp: LineUp, day: string): Graph => ({
  '@context': 'https://schema.org',
  '@graph': lineUp.slots
    .filter((slot) => slot.day === day)
    .flatMap((slot) => setData(festival, language, lineUp, slot) ?? []),
});
