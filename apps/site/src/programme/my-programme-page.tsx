import type { Details } from '@festivals/domain/festival/details-contract';
import type { LineUp } from '@festivals/domain/programme/line-up-contract';
import { waitingArtists } from '@festivals/domain/programme/visit/waiting-artists';
import { getTranslations } from 'next-intl/server';
import { FestivalFrame } from '../festival/festival-frame.tsx';
import { isPast } from '../festival/is-past.ts';
import type { Seen } from '../festival/seen.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { ChoiceActions } from './choice-actions.tsx';
import { choiceWords } from './choice-words.ts';
import { FavouriteHearts } from './favourite-hearts.tsx';
import { PrintButton } from './print-button.tsx';
import { setWords } from './set-words.ts';
import { SetsByDay } from './sets-by-day.tsx';
import { TimetableLife } from './timetable-life.tsx';
import { WaitingList } from './waiting-list.tsx';
import './timetable.css';
import './board-grid.css';
import './timetable-print.css';

type Props = Seen & { details: Details; lineUp: LineUp };

/** My favourites by time. The page is the same for everyone: all sets are in it, and the device shows those that were chosen. */
export async function MyProgrammePage({ festival, language, details, lineUp }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.myProgramme' });
  const timetable = await getTranslations({ locale: language, namespace: 'site.timetable' });
  const to = (path: string) => inLanguage(language, path);
  const seen = { festival, language };
  const { slug } = festival;
  const title = t('meta_title', { name: festival.name });
  const waiting = isPast(festival) ? [] : waitingArtists(lineUp);
  return (
    <FestivalFrame {...seen} details={details} path={paths.myProgramme(slug)} title={t('title')}>
      <div className="mine">
        <div className="scripted mine-actions unprinted flex flex-wrap items-start gap-3">
          <ChoiceActions
            festivalId={festival.id}
            shared={to(paths.sharedProgramme(slug, '#'))}
            title={title}
            words={await choiceWords(language)}
          />
          <PrintButton
            label={t('print')}
            className="mine-print order-first min-h-12 inline-flex items-center gap-2.5 rounded-button border-2 border-edge px-5 py-2 font-semibold hover:bg-hover"
          />
        </div>
        <p className="mine-empty max-w-prose text-lg text-ink-soft">{t('empty')}</p>
        <noscript>
          <p className="max-w-prose rounded-2xl bg-warning-soft p-5 text-warning-text">{t('no_script')}</p>
        </noscript>
        <div className="mine-sets mt-8 space-y-10">
          <SetsByDay {...seen} lineUp={lineUp} slots={lineUp.slots} words={await setWords(language)} />
          {waiting.length > 0 && <WaitingList {...seen} artists={waiting} />}
        </div>
        <p className="unprinted mt-8">
          <a
            href={to(paths.timetable(slug))}
            className="inline-block py-2 font-semibold text-accent-text underline underline-offset-4"
          >
            {t('to_timetable')}
          </a>
        </p>
        <p className="unprinted scripted mt-2 text-sm text-ink-soft">{t('kept')}</p>
      </div>
      <FavouriteHearts festivalId={festival.id} repeats={[]} />
      <TimetableLife
        zone={festival.zone}
        clash={timetable('clash', { names: '#' })}
        yours={timetable('yours', { zone: '#' })}
      />
    </FestivalFrame>
  );
}
