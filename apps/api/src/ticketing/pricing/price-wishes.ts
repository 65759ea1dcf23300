import type { Currency } from '@festivals/domain/primitives';
import type { ProofOfWork } from '@festivals/domain/ticketing/hold-work/schemas';
import type { Buyer, PricedOrder, Wish } from '@festivals/domain/ticketing/pricing/price-list';
import { priceOrder } from '@festivals/domain/ticketing/pricing/price-order';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { readPriceList, type Wanted } from './price-list-store.ts';
import { checkedVatNumber } from './vat-number.ts';

export interface Asked extends Wanted {
  items: readonly Wish[];
  bundles: readonly { bundleId: string; quantity: number }[];
  options: readonly { optionId: string; quantity: number }[];
  donation: number;
  company?: Buyer | undefined;
}

export interface Priced {
  order: PricedOrder;
  currency: Currency;
  buyer: Buyer | null;
  /** Whether the festival wants work for a hold. */
  proofOfWork: ProofOfWork;
}

/** What wishes cost at this moment; fails with what stands against them. */
export async function priceWishes(ctx: Ctx, festivalId: string, asked: Asked): Promise<Priced> {
  const { list, codes, currency, readAt } = (await readPriceList(ctx, festivalId, asked)) ?? fail('general.not_found');
  const buyer = asked.company ? checkedVatNumber(asked.company) : null;
  const order = priceOrder({ wishes: asked, list, codes, typed: asked.codes, buyer, now: readAt });
  if (!order.ok) fail(order.code, order.data);
  return { order, currency, buyer, proofOfWork: list.rules.proofOfWork };
}
