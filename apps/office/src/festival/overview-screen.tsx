import { Artwork } from '@festivals/ui/artwork';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../shell/page.tsx';
import { salesQuery } from '../ticketing/queries.ts';
import { SalesFigures } from '../ticketing/sales-figures.tsx';
import { MoveFestival } from './move-festival.tsx';
import { useFestival } from './queries.ts';
import { Readiness } from './readiness.tsx';
import { StatusBadge } from './status-badge.tsx';
import { useDays } from './use-days.ts';

/** How it stands: what is missing before it can open, then what it sells. */
export function OverviewScreen() {
  const { festival, may } = useFestival();
  const days = useDays();
  const sales = useQuery({ ...salesQuery(festival.id), enabled: may.has('sales.read') });
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
          <div className="relative h-32 overflow-hidden rounded-xl border border-line sm:h-44">
            {/* The poster is much taller than this band: show its stage. */}
            <Artwork
              seed={festival.theme.seed}
              palette={festival.theme.palette}
              className="absolute inset-x-0 top-1/2 aspect-8/5 -translate-y-[68%]"
            />
          </div>
        )}
        {may.has('sales.read') && <SalesFigures sales={sales} />}
      </div>
    </Page>
  );
}
