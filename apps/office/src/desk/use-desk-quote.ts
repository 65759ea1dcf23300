import type { Festival } from '@festivals/domain/festival/contract';
import { type Chosen, type Company, wishesOf } from '@festivals/domain/ticketing/pricing/chosen';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { useSettled } from '../search/use-settled.ts';

/** Whoever types a number of two digits asks once. */
const pause = 200;

/** What the choice costs by the server's reckoning, the shop's own; the last word stays in sight until the next one is there. */
export function useDeskQuote(
  festivalId: Festival['id'],
  { chosen, codes, company }: { chosen: Chosen; codes: readonly string[]; company: Company | null },
) {
  const wishes = wishesOf(chosen, codes, company);
  const isEmpty = wishes.items.length + wishes.bundles.length + wishes.options.length === 0;
  const text = JSON.stringify(wishes);
  const settled = useSettled(text, pause);
  const query = useQuery({
    queryKey: ['festival', festivalId, 'desk', settled],
    queryFn: ({ signal }) =>
      api.ticketing.quoteBasket({ params: { festivalId }, body: JSON.parse(settled) }, { signal }),
    enabled: !isEmpty && settled === text,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const isOf = settled === text && !query.isPlaceholderData;
  return {
    wishes,
    isEmpty,
    /** Null while nothing is chosen, or nothing was said yet. */
    quote: isEmpty || query.error ? null : (query.data ?? null),
    /** Whether it is what is chosen now that was priced. */
    isPriced: !isEmpty && isOf && query.isSuccess,
    error: isEmpty || !isOf ? null : query.error,
  };
}
