import { Artwork } from '@festivals/ui/artwork';
import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { IconButton } from '@festivals/ui/icon-button';
import { Skeleton } from '@festivals/ui/skeleton';
import type { Festival } from '@festivals/domain/festival/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarDays, Copy, MapPin, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { abilitiesIn, useMe } from '../identity/me.ts';
import { Failure } from '../shell/failure.tsx';
import { Page } from '../shell/page.tsx';
import { DuplicateDialog } from './duplicate-festival.tsx';
import { FirstFestival } from './first-festival.tsx';
import { myFestivalsQuery } from './queries.ts';
import { StatusBadge } from './status-badge.tsx';
import { useDays } from './use-days.ts';

function FestivalCard({ festival }: { festival: Festival }) {
  const t = useTranslations('office.duplicate');
  const days = useDays();
  const may = abilitiesIn(useMe(), festival.id);
  const [duplicating, setDuplicating] = useState(false);
  return (
    <Card className="group relative overflow-hidden transition-shadow focus-within:shadow-raised hover:shadow-raised">
      <Artwork {...festival.theme} className="h-36 overflow-hidden" />
      <div className="space-y-2 p-4">
        <div className="flex items-start justify-between gap-3">
          <h2 className="min-w-0 text-base font-semibold text-ink">
            <Link
              to="/f/$slug"
              params={{ slug: festival.slug }}
              className="after:absolute after:inset-0 after:rounded-xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
            >
              {festival.name}
            </Link>
          </h2>
          <StatusBadge status={festival.status} />
        </div>
        <ul className="space-y-1 text-ui text-ink-soft [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint">
          <li className="flex items-center gap-2">
            <CalendarDays aria-hidden="true" />
            {days(festival.startsOn, festival.endsOn)}
          </li>
          <li className="flex items-center gap-2">
            <MapPin aria-hidden="true" />
            <span className="truncate">{`${festival.place.name}, ${festival.place.city}`}</span>
            {may.has('festival.edit') && (
              <IconButton
                label={t('of', { name: festival.name })}
                className="relative -my-2 -mr-2 ml-auto"
                onClick={() => setDuplicating(true)}
              >
                <Copy aria-hidden="true" />
              </IconButton>
            )}
          </li>
        </ul>
      </div>
      {duplicating && <DuplicateDialog festival={festival} onClose={() => setDuplicating(false)} />}
    </Card>
  );
}

/** The festivals in whose team I am. */
export function FestivalsScreen() {
  const t = useTranslations('office.festivals');
  const list = useTranslations('office.list');
  const festivals = useInfiniteQuery(myFestivalsQuery);
  const items = festivals.data?.pages.flatMap((page) => page.items);
  const create = (
    <Button asChild tone="accent">
      <Link to="/new">
        <Plus aria-hidden="true" />
        {t('create')}
      </Link>
    </Button>
  );
  if (items?.length === 0) return <FirstFestival />;
  return (
    <Page title={t('title')} lead={t('lead')} actions={create}>
      {items === undefined ? (
        festivals.isError ? (
          <Failure error={festivals.error} retry={() => void festivals.refetch()} />
        ) : (
          <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3" aria-busy="true">
            {[1, 2, 3].map((at) => (
              <Skeleton key={at} className="h-64 rounded-xl" />
            ))}
          </div>
        )
      ) : (
        <>
          <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
            {items.map((festival) => (
              <FestivalCard key={festival.id} festival={festival} />
            ))}
          </div>
          {festivals.hasNextPage && (
            <Button
              className="mx-auto mt-6 flex"
              busy={festivals.isFetchingNextPage}
              onClick={() => void festivals.fetchNextPage()}
            >
              {list('more')}
            </Button>
          )}
        </>
      )}
    </Page>
  );
}
