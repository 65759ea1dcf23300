import type { Festival } from '@festivals/domain/festival/contract';
import { Button } from '@festivals/ui/button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { Failure } from '../shell/failure.tsx';
import { movementsQuery } from './queries.ts';

/** What came, went and was counted, the newest first. */
export function Movements({ festivalId, stockItemId }: { festivalId: Festival['id']; stockItemId: string }) {
  const t = useTranslations('office.stock');
  const format = useFormatter();
  const query = useInfiniteQuery(movementsQuery(festivalId, stockItemId));
  const movements = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="border-t border-line pt-4">
      <h3 className="text-ui font-medium text-ink">{t('movements')}</h3>
      {query.isError && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && movements.length === 0 && <p className="mt-1 text-ui text-ink-soft">{t('noMovements')}</p>}
      <ol className="mt-1 divide-y divide-line">
        {movements.map((movement) => (
          <li key={movement.id} className="flex items-baseline gap-3 py-2 text-ui">
            <span className="min-w-0 flex-1">
              <span className="block text-ink">{movement.reason ?? t('delivery')}</span>
              <span className="block text-xs text-ink-faint">
                {format.dateTime(new Date(movement.at), 'moment')}
                {movement.counted !== null && ` · ${t('countedSo', { count: movement.counted })}`}
              </span>
            </span>
            <span className="tabular font-medium text-ink">
              {format.number(movement.quantity, { signDisplay: 'exceptZero' })}
            </span>
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <Button size="sm" tone="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}
