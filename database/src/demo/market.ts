import { priceOrder } from '@festivals/domain/ticketing/pricing/price-order';
import type { CodeOnSale, Counted as Free, PricedOrder, Wishes } from '@festivals/domain/ticketing/pricing/price-list';
import type { DemoFestival } from './festivals.ts';
import type { OfferedOption } from './inventory.ts';
import type { OpenedCode, OpenedPrices } from './prices.ts';
import type { Counted } from './quota-row.ts';
import type { OfferedType } from './ticket-types.ts';

/** Everything that a festival of the demo sells, with what it has sold of each so far. */
export interface Market {
  festival: DemoFestival;
  types: readonly OfferedType[];
  options: readonly OfferedOption[];
  prices: OpenedPrices;
  opened: Date;
}

/** What somebody wishes for, with the code that they type. */
export interface DemoWishes {
  wishes: Wishes;
  code: OpenedCode | null;
}

const free = (counted: Counted | null): Free | null =>
  counted && { quotaId: counted.id, free: counted.capacity - counted.sold };

/** What it costs at that moment: reckoned as the shop reckons, so that every cent of the demo is one that the shop would have asked. */
export function priced(
  { festival, types, options, prices, opened }: Market,
  asked: DemoWishes,
  now: Date,
): PricedOrder {
  const verdict = priceOrder({
    wishes: asked.wishes,
    now,
    codes: asked.code ? [codeOnSale(asked.code)] : [],
    list: {
      festival: 'PUBLISHED',
      isOver: false,
      country: festival.place.country,
      rules: prices.rules,
      types: types.map((type) => ({
        ...type,
        minPerOrder: 1,
        hidden: false,
        onSaleFrom: opened.toISOString(),
        onSaleUntil: null,
        tiers: type.tiers.map((tier) => ({ ...tier, stock: free(tier.stock) })),
        variations: type.variations.map((variation) => ({ ...variation, stock: null })),
        namesPrice: type.namesPrice ?? false,
      })),
      options: options.map((option) => ({ ...option, quotaId: option.stock?.id ?? null })),
    },
  });
  if (verdict.ok) return verdict;
  // A code that helps nothing of what is bought, or has given all it had, is taken out again.
  if (asked.code) return priced({ festival, types, options, prices, opened }, { ...asked, code: null }, now);
  throw new RangeError(`The demo wishes for what is not sold: ${verdict.code}`);
}

const codeOnSale = ({ uses, budget, ...code }: OpenedCode): CodeOnSale => ({
  ...code,
  per: code.per ?? 'TICKET',
  opens: [],
  mostTickets: code.mostTickets ?? null,
  validFrom: null,
  stacks: false,
  withDiscounts: true,
  disabled: false,
  uses: free(uses),
  budget: free(budget),
});

/** Counts what an order took: its places while it is paid; the stock of a step and the use of a code for good. */
export function countSold({ types, options, prices }: Market, order: PricedOrder, isKept: boolean): void {
  const counted = new Map(
    [
      ...types.flatMap(({ tiers }) => tiers.map(({ stock }) => stock)),
      ...prices.codes.flatMap(({ uses, budget }) => [uses, budget]),
    ].flatMap((stock) => (stock ? [[stock.id, stock]] : [])),
  );
  for (const { quotaId, places } of order.claims) {
    const stock = counted.get(quotaId);
    if (stock) stock.sold += places;
  }
  if (!isKept) return;
  for (const { kind, id, quantity } of order.lines) {
    const type = kind === 'TICKET' ? types.find((one) => one.id === id) : undefined;
    if (type) type.sold += quantity;
    const option = kind === 'OPTION' ? options.find((one) => one.id === id) : undefined;
    if (option?.stock) option.stock.sold += quantity;
  }
}
