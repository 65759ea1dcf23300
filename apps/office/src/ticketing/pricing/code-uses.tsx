import type { Festival } from '@festivals/domain/festival/contract';
import { Button } from '@festivals/ui/button';
import { Money } from '@festivals/ui/money';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { OrderStatusBadge } from '../order-status-badge.tsx';
import { codeUsesQuery } from './queries.ts';

/** The orders that used a code, the newest first. */
export function CodeUses({ festival, codeId }: { festival: Festival; codeId: string }) {
  const t = useTranslations('office.codes');
  const list = useTranslations('office.list');
  const locale = useLocale();
  const format = useFormatter();
  const uses = useInfiniteQuery(codeUsesQuery(festival.id, codeId));
  const items = uses.data?.pages.flatMap((page) => page.items);
  if (items === undefined) return null;
  return (
    <section className="mt-8 border-t border-line pt-4">
      <h3 className="text-sm font-semibold text-ink">{t('usesTitle')}</h3>
      {items.length === 0 && <p className="mt-1 text-ui text-ink-soft">{t('usesNone')}</p>}
      <ul className="divide-y divide-line">
        {items.map((use) => (
          <li key={use.orderId} className="flex items-center justify-between gap-3 py-2.5 text-ui">
            <span className="min-w-0">
              <Link
                to="/f/$slug/orders/$orderId"
                params={{ slug: festival.slug, orderId: use.orderId }}
                className="block truncate rounded-sm font-medium text-ink underline-offset-4 hover:underline"
              >
                {use.name}
              </Link>
              <span className="text-xs text-ink-faint">
                {format.dateTime(new Date(use.placedAt), 'moment', { timeZone: festival.zone })}
              </span>
            </span>
            <span className="flex items-center gap-3">
              <OrderStatusBadge status={use.status} />
              <Money cents={-use.amount} currency={festival.currency} locale={locale} />
            </span>
          </li>
        ))}
      </ul>
      {uses.hasNextPage && (
        <Button size="sm" busy={uses.isFetchingNextPage} onClick={() => void uses.fetchNextPage()}>
          {list('more')}
        </Button>
      )}
    </section>
  );
}
