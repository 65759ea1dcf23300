import { Artwork } from '@festivals/ui/artwork';
import { Board } from '../board/board.tsx';
import { Page } from '../shell/page.tsx';
import { MoveFestival } from './move-festival.tsx';
import { useFestival } from './queries.ts';
import { Readiness } from './readiness.tsx';
import { StatusBadge } from './status-badge.tsx';
import { useDays } from './use-days.ts';

/** How it stands: what is missing before it can open, then what it sells and who comes in. */
export function OverviewScreen() {
  const { festival, may } = useFestival();
  const days = useDays();
  return (
    <Page
      title={festival.name}
      badge={<StatusBadge status={festival.status} />}
      lead={`${days(festival.startsOn, festival.endsOn)} · ${festival.place.name}, ${festival.place.city}`}
      actions={may.has('festival.publish') && <MoveFestival festival={festival} />}
    >
      <div className="space-y-5">
        {festival.status === 'DRAFT' ? (
          <Readiness festival={festival} mayPublish={may.has('festival.publish')} />
        ) : (
          <div className="relative h-24 overflow-hidden rounded-xl border border-line sm:h-32">
            {/* The poster is much taller than this band: show its stage. */}
            <Artwork {...festival.theme} className="absolute inset-x-0 top-1/2 aspect-8/5 -translate-y-[68%]" />
          </div>
        )}
        <Board festival={festival} />
      </div>
    </Page>
  );
}
