import { getTranslations } from 'next-intl/server';
import type { Seen } from '../festival/seen.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { OnStageLive } from './on-stage-live.tsx';

interface Props extends Seen {
  /** On the poster itself, or as a part of a page. */
  look?: 'hero' | 'part';
}

/** A place for who is on stage now. The page itself says nothing of the moment, so that it can be kept for days. */
export async function OnStage({ festival, language, look = 'part' }: Props) {
  if (festival.status === 'CANCELLED' || festival.status === 'COMPLETED') return null;
  const t = await getTranslations({ locale: language, namespace: 'site.onStage' });
  const { zone, cutOff, startsOn, endsOn, slug } = festival;
  const near = whenNear({ startsOn, endsOn });
  return (
    <>
      <span hidden data-on-from={near.from} data-on-until={near.until} />
      <OnStageLive
        festival={{ zone, cutOff, startsOn, endsOn }}
        near={near}
        look={look}
        timetable={inLanguage(language, paths.timetable(slug))}
        words={{
          title: t('title'),
          until: t('until', { time: '#' }),
          next: t('next', { time: '#' }),
          pause: t('pause'),
          all: t('timetable'),
        }}
      />
    </>
  );
}

const dayMs = 86_400_000;

/** While somebody may be on stage, in whatever zone; the page's script comes at once then, for whom there is something to show. */
const whenNear = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => ({
  from: Date.parse(startsOn) - dayMs,
  until: Date.parse(endsOn) + 3 * dayMs,
});
