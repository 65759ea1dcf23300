import type { Festival } from '@festivals/domain/festival/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronRight, CircleCheck, HandCoins } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { toLookAt } from './payment-watch.tsx';
import { paymentWatchQuery, refundsByHandQuery, refusedRefundsQuery } from './queries.ts';

/** The way to what needs a person; calm when there is nothing. */
export function AttentionLink({ festival }: { festival: Festival }) {
  const t = useTranslations('office.moneyToLookAt');
  const { data: watched } = useQuery(paymentWatchQuery(festival.id));
  const { data: owed } = useInfiniteQuery(refundsByHandQuery(festival.id));
  const { data: refused } = useQuery(refusedRefundsQuery(festival.id));
  if (!watched || !owed || !refused) return null;
  const count = toLookAt(watched) + refused.length + owed.pages.reduce((sum, { items }) => sum + items.length, 0);
  const Icon = count > 0 ? HandCoins : CircleCheck;
  return (
    <Link
      to="/f/$slug/ledger/attention"
      params={{ slug: festival.slug }}
      className="mb-5 flex min-h-11 items-center gap-3 rounded-xl border border-line px-4 py-2.5 text-ui text-ink transition-colors hover:bg-hover/60"
    >
      <Icon aria-hidden="true" className={`size-4.5 shrink-0 ${count > 0 ? 'text-warning' : 'text-success'}`} />
      <span className="min-w-0 flex-1">{count > 0 ? t('link', { count }) : t('nothing')}</span>
      <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
    </Link>
  );
}
