import type { Details } from '@festivals/domain/festival/details-contract';
import type { LineUp } from '@festivals/domain/programme/line-up-contract';
import { clashes } from '@festivals/domain/programme/visit/clashes';
import { CalendarPlus } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { FestivalFrame } from '../festival/festival-frame.tsx';
import type { Seen } from '../festival/seen.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { AdoptChoice } from './adopt-choice.tsx';
import { FavouriteHearts } from './favourite-hearts.tsx';
import { PrintButton } from './print-button.tsx';
import { repeats } from './repeats.ts';
import { nameOfSet } from './set-item.tsx';
import { setWords } from './set-words.ts';
import { SetsByDay } from './sets-by-day.tsx';
import './timetable.css';
import './board-grid.css';
import './timetable-print.css';

type Props = Seen & { details: Details; lineUp: LineUp; choice: string; isChosen: (slotId: string) => boolean };

const action =
  'inline-flex min-h-12 items-center gap-2.5 rounded-button border-2 border-edge px-5 py-2 font-semibold hover:bg-hover [&_svg]:size-5';

/** Somebody's choice, as the link that they handed on says it. Readable without script, and of nobody. */
export async function SharedProgrammePage({ festival, language, details, lineUp, choice, isChosen }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.myProgramme' });
  const timetable = await getTranslations({ locale: language, namespace: 'site.timetable' });
  const seen = { festival, language };
  const { slug } = festival;
  const slots = lineUp.slots.filter(({ id }) => isChosen(id));
  const artists = new Map(lineUp.artists.map((artist) => [artist.id, artist]));
  const names = new Map(slots.map((slot) => [slot.id, nameOfSet(slot, artists) ?? timetable('tba')]));
  const alive = slots.filter(({ status }) => status !== 'CANCELLED');
  const meetings = clashes(
    alive.map(({ id, stageId, startsAt, endsAt }) => ({
      id,
      stageId,
      from: Date.parse(startsAt),
      to: Date.parse(endsAt),
    })),
  );
  const clash = (id: string) => {
    const others = meetings.get(id);
    return others ? timetable('clash', { names: others.map((other) => names.get(other)).join(', ') }) : '';
  };
  return (
    <FestivalFrame {...seen} details={details} path={paths.sharedProgramme(slug, choice)} title={t('shared_title')}>
      {slots.length === 0 ? (
        <p className="max-w-prose text-lg text-ink-soft">{t('shared_empty')}</p>
      ) : (
        <>
          <div className="unprinted flex flex-wrap items-start gap-3">
            <AdoptChoice
              festivalId={festival.id}
              setIds={alive.map(({ id }) => id)}
              words={{ adopt: t('adopt'), adopted: t('adopted') }}
            />
            <a
              href={`/api/festivals/${festival.id}/programme/feed/chosen.ics?sets=${choice}`}
              download
              className={action}
            >
              <CalendarPlus aria-hidden="true" />
              {t('download')}
            </a>
            <PrintButton label={t('print')} className={action} />
          </div>
          <div className="mt-8 space-y-10">
            <SetsByDay {...seen} lineUp={lineUp} slots={slots} words={await setWords(language)} clash={clash} />
          </div>
        </>
      )}
      <p className="unprinted mt-8">
        <a
          href={inLanguage(language, paths.timetable(slug))}
          className="inline-block py-2 font-semibold text-accent-text underline underline-offset-4"
        >
          {t('to_timetable')}
        </a>
      </p>
      <FavouriteHearts festivalId={festival.id} repeats={repeats(lineUp)} />
    </FestivalFrame>
  );
}
