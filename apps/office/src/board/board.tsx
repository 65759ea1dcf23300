import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { Skeleton } from '@festivals/ui/skeleton';
import type { Festival } from '@festivals/domain/festival/contract';
import { Link } from '@tanstack/react-router';
import { Ticket } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Loaded } from '../list/loaded.tsx';
import { ConcernsCard } from './concerns-card.tsx';
import { EntriesCard } from './entries-card.tsx';
import { LatestEntries, LatestOrders } from './latest-card.tsx';
import { useBoard, type Board as BoardData } from './queries.ts';
import { SalesRow } from './sales-row.tsx';
import { SalesTrend } from './sales-trend.tsx';
import { TypeStandings } from './type-standings.tsx';

/** How the festival stands at this moment, as far as its reader may see it. */
export function Board({ festival }: { festival: Festival }) {
  const board = useBoard(festival.id);
  return (
    <Loaded
      query={board}
      waiting={
        <div className="space-y-5" aria-busy="true">
          <Skeleton className="h-24 rounded-xl" />
          <Skeleton className="h-80 rounded-xl" />
        </div>
      }
    >
      {(data) => <Figures board={data} festival={festival} />}
    </Loaded>
  );
}

function Figures({ board, festival }: { board: BoardData; festival: Festival }) {
  const { sales, entries, concerns, latestOrders, latestEntries } = board;
  const { slug, zone } = festival;
  const sells = sales !== null && sales.types.length > 0;
  const feeds = (
    <>
      {latestOrders !== null && (latestOrders.length > 0 || sells) && (
        <LatestOrders orders={latestOrders} slug={slug} />
      )}
      {latestEntries !== null && <LatestEntries entries={latestEntries} />}
    </>
  );
  if (!sells)
    return (
      <div className="space-y-5">
        {sales !== null && <NothingToSell slug={slug} />}
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
          <EntriesCard entries={entries} zone={zone} />
          <ConcernsCard concerns={concerns} slug={slug} />
          {feeds}
        </div>
      </div>
    );
  return (
    <div className="space-y-5">
      <SalesRow sales={sales} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <SalesTrend sales={sales} zone={zone} />
        <div className="flex min-w-0 flex-col gap-5">
          <ConcernsCard concerns={concerns} slug={slug} />
          <EntriesCard entries={entries} zone={zone} />
        </div>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
        <TypeStandings sales={sales} />
        <div className="space-y-5">{feeds}</div>
      </div>
    </div>
  );
}

function NothingToSell({ slug }: { slug: string }) {
  const t = useTranslations('office.board');
  return (
    <Card>
      <EmptyState
        icon={<Ticket aria-hidden="true" />}
        title={t('empty')}
        action={
          <Button asChild>
            <Link to="/f/$slug/tickets" params={{ slug }}>
              {t('toTickets')}
            </Link>
          </Button>
        }
      >
        {t('emptyDetail')}
      </EmptyState>
    </Card>
  );
}
