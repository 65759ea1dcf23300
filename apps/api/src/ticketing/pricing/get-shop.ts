import type { Input, Output } from '@festivals/contract';
import type { FestivalStatus } from '@festivals/domain/festival/contract';
import { isOver } from '@festivals/domain/festival/is-over';
import { isPublic } from '@festivals/domain/festival/rules';
import type { Currency } from '@festivals/domain/primitives';
import type * as listing from '@festivals/domain/ticketing/contract';
import type * as contract from '@festivals/domain/ticketing/pricing/contract';
import { priceOfBundle } from '@festivals/domain/ticketing/pricing/bundle-price';
import { refuseCode } from '@festivals/domain/ticketing/pricing/codes';
import { feeOfTicket } from '@festivals/domain/ticketing/pricing/fees';
import { inWindow } from '@festivals/domain/ticketing/pricing/in-window';
import type { CodeOnSale, PriceRules, TypeOnSale } from '@festivals/domain/ticketing/pricing/price-list';
import { saleState, sellsAlone } from '@festivals/domain/ticketing/pricing/sale-state';
import { openTier, steppedPrice } from '@festivals/domain/ticketing/pricing/units';
import { grossOf } from '@festivals/domain/ticketing/pricing/vat-of-units';
import { mostCodes } from '@festivals/domain/ticketing/pricing/wishes-schema';
import { availability } from '@festivals/domain/ticketing/rules';
import { sql } from 'kysely';
import { presentmentRates } from '../../payments/presentment-store.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look, type Tx } from '../../platform/transaction.ts';
import { options, optionsLeft } from '../types/option-store.ts';
import { offerFacts } from '../sale/quota-store.ts';
import { ticketTypes } from '../types/ticket-type-store.ts';
import { readCodes } from './price-list-store.ts';
import { readRules } from './price-rules.ts';

type Window = Output<typeof contract.getShop>;

interface Seller {
  status: FestivalStatus;
  currency: Currency;
  publishedAt: string | null;
  endsOn: string;
  zone: string;
  cutOff: number;
}
type Type = Awaited<ReturnType<typeof ticketTypes>>[number];

/** Everything that the shop shows; codes that are known open their hidden types. */
export async function getShop(
  ctx: Ctx,
  { params, query }: Input<typeof contract.getShop>,
): Promise<Output<typeof contract.getShop>> {
  const typed = (query.code ?? '').split(',').flatMap((code) => code.trim() || []);
  const codes = typed.length > 0 ? await readCodes(ctx, params.festivalId, typed.slice(0, mostCodes)) : [];
  return look(ctx, params.festivalId, (tx) => shopWindow(tx, codes, ctx.clock.now()));
}

/** The ticket types alone. */
export const listOffers = (
  ctx: Ctx,
  { params }: Input<typeof listing.listOffers>,
): Promise<Output<typeof listing.listOffers>> =>
  look(ctx, params.festivalId, async (tx) => (await shopWindow(tx, [], ctx.clock.now())).offers);

async function shopWindow(tx: Tx, codes: readonly CodeOnSale[], now: Date): Promise<Window> {
  const { rows } = await sql<Seller>`
    select status, currency, iso(published_at) as "publishedAt", ends_on::text as "endsOn", zone, cut_off as "cutOff"
    from festival_sale_state()`.execute(tx);
  const seller = rows[0];
  if (!seller || !isPublic(seller)) fail('general.not_found');
  // Whose last night has ended sells as little as one that was ended.
  const status: FestivalStatus = isOver(seller, now) ? 'COMPLETED' : seller.status;
  const festival = { ...seller, status };
  const [types, facts, extras, { rules }] = [
    await ticketTypes(tx),
    await offerFacts(tx),
    await options(tx),
    await readRules(tx),
  ];
  // An option for types that were taken away goes with nothing.
  const goesWith = extras.filter(
    ({ needsTicket, ticketTypeIds }) =>
      !needsTicket || ticketTypeIds.length === 0 || types.some(({ id }) => ticketTypeIds.includes(id)),
  );
  const saleStarts = types.filter(({ hidden }) => !hidden).map(({ onSaleFrom }) => onSaleFrom);
  const sellsWithout = sellsAlone(saleStarts, festival.status, now);
  // A code opens nothing before its time, after it, or once it is used up.
  const opened = new Set(codes.filter((code) => !refuseCode(code, now)).flatMap(({ opens }) => opens));
  const left = await optionsLeft(tx);
  const free = (type: Type) =>
    Math.min(
      type.quota.capacity - type.quota.sold - type.quota.held,
      facts.get(type.id)?.free ?? Number.POSITIVE_INFINITY,
    );
  const offers = types
    .filter(({ hidden, id }) => !hidden || opened.has(id))
    .map((type) => {
      const { quota: _quota, hidden: _hidden, version: _version, order: _order, ...told } = type;
      const { disclosure, fewLeftBelow, ...shown } = told;
      return {
        ...shown,
        ...priceNow(type, rules, now),
        group: facts.get(type.id)?.group ?? null,
        currency: festival.currency,
        ...availability({ ...type, disclosure, fewLeftBelow }, free(type), festival.status, now),
        options: goesWith
          .filter(
            ({ needsTicket, ticketTypeIds }) =>
              !needsTicket || ticketTypeIds.length === 0 || ticketTypeIds.includes(type.id),
          )
          .map(({ id, name, price, vat }) => ({ id, name, price: grossOf(price, vat, rules) })),
      };
    });
  return {
    currency: festival.currency,
    offers,
    bundles: rules.bundles.flatMap((bundle) => bundleOffer(bundle, { types, rules, now, free, festival })),
    options: goesWith.map(({ vat, order: _order, version: _version, capacity: _capacity, ...option }) => ({
      ...option,
      price: grossOf(option.price, vat, rules),
      alone: !option.needsTicket && sellsWithout,
      available: (left.get(option.id) ?? 1) > 0,
    })),
    orderFees: rules.fees.flatMap(({ kind, name, amount, vat }) =>
      kind === 'PER_ORDER' ? [{ name, amount: grossOf(amount, vat, rules) }] : [],
    ),
    discounts: rules.discounts.filter((discount) => inWindow(discount, now)).map(({ name }) => name),
    takesCodes: await hasCodes(tx),
    takesGifts: rules.donations,
    sellsToCompanies: rules.reverseCharge,
    alsoIn: await presentmentRates(tx),
    hasRules: asksForMore(rules) || types.some((type) => hasSteppedStock(type, now)),
  };
}

/** Whether some of an order may cost what the next step says: only so many are sold at the step of the moment. */
const hasSteppedStock = ({ tiers }: Type, now: Date): boolean => {
  const steps = tiers.map((tier) => ({ ...tier, stock: stockOf(tier) }));
  const open = openTier(steps, new Map(), now);
  return open !== undefined && open.stock !== null;
};

/** Whether an order may come to more or less than the prices that are shown: a net that is kept moves its gross by a cent. */
const asksForMore = ({ fees, discounts, bundles, pricesIncludeVat, rounding }: PriceRules): boolean =>
  fees.length + discounts.length + bundles.length > 0 || !pricesIncludeVat || rounding === 'KEEP_NET';

const stockOf = ({ capacity, taken }: { capacity: number | null; taken: number | null }) =>
  capacity === null ? null : { quotaId: '', free: capacity - (taken ?? 0) };

/** A price with its VAT and the fees that each such ticket costs. */
function withFees(type: Pick<Type, 'id' | 'vat'>, price: number, rules: PriceRules): { price: number; fee: number } {
  const fee = rules.fees.reduce(
    (sum, one) => sum + grossOf(feeOfTicket(one, { id: type.id, price }), one.vat, rules),
    0,
  );
  return { price: grossOf(price, type.vat, rules) + fee, fee };
}

/** A type as the rules of pricing take it. */
const asPriced = (type: Type): TypeOnSale => ({
  ...type,
  quotaId: type.quota.id,
  tiers: type.tiers.map((tier) => ({ ...tier, stock: stockOf(tier) })),
  variations: type.variations.map((variation) => ({ ...variation, stock: stockOf(variation) })),
});

/** What one costs now: at its step, with its kinds, everything within. */
function priceNow(type: Type, rules: PriceRules, now: Date) {
  const tiers = type.tiers.map((tier) => ({ ...tier, stock: stockOf(tier) }));
  const tier = openTier(tiers, new Map(), now);
  const after = tier && openTier(tiers.slice(tiers.indexOf(tier) + 1), new Map(), now);
  const priced = withFees(type, tier?.price ?? type.price, rules);
  return {
    ...priced,
    tiers: undefined,
    tier: tier
      ? {
          name: tier.name,
          until: tier.until,
          // How many of it are left says how many are sold: no more is told of a step than of its type.
          left: type.disclosure === 'EXACT' ? (tier.stock?.free ?? null) : null,
          next: withFees(type, after?.price ?? type.price, rules).price,
        }
      : null,
    variations: type.variations.map((variation) => ({
      id: variation.id,
      name: variation.name,
      price: withFees(type, steppedPrice(variation.price, type, tier), rules).price,
      available: (stockOf(variation)?.free ?? 1) > 0,
    })),
  };
}

function bundleOffer(
  bundle: PriceRules['bundles'][number],
  shop: {
    types: readonly Type[];
    rules: PriceRules;
    now: Date;
    free: (type: Type) => number;
    festival: { status: FestivalStatus };
  },
): Window['bundles'] {
  const { id, name, description, parts, maxPerOrder } = bundle;
  const known = parts.flatMap((part) => {
    const type = shop.types.find(({ id: typeId }) => typeId === part.ticketTypeId);
    const variation = type?.variations.find(({ id: kind }) => kind === part.variationId);
    return type ? [{ type, part, variation }] : [];
  });
  if (known.length < parts.length) return [];
  const alone = known.map(({ type, part, variation }) => {
    const offer = priceNow(type, shop.rules, shop.now);
    return { each: offer.variations.find(({ id: kind }) => kind === variation?.id)?.price ?? offer.price, part };
  });
  // A part may be of a type, or a kind of it, that another part is of as well.
  const wanted = (same: (one: (typeof known)[number]) => boolean) =>
    known.reduce((sum, one) => (same(one) ? sum + one.part.quantity : sum), 0);
  const fits = ({ type, variation }: (typeof known)[number]) =>
    shop.free(type) >= wanted((one) => one.type === type) &&
    (!variation ||
      (stockOf(variation)?.free ?? Number.POSITIVE_INFINITY) >= wanted((one) => one.variation === variation));
  const listPrice = alone.reduce((sum, { each, part }) => sum + each * part.quantity, 0);
  const own = priceOfBundle(
    bundle,
    known.map(({ type }) => asPriced(type)),
    shop.rules,
    shop.now,
  );
  return [
    {
      id,
      name,
      description,
      price: Math.min(own, listPrice),
      listPrice,
      maxPerOrder,
      parts: known.map(({ type, part, variation }) => ({
        ticketTypeId: part.ticketTypeId,
        name: variation ? named(type.name, variation.name) : type.name,
        quantity: part.quantity,
      })),
      available: known.every((one) => saleState(one.type, shop.festival.status, shop.now) === 'OPEN' && fits(one)),
    },
  ];
}

type Names = Type['name'];
const named = (type: Names, variation: Names): Names => {
  const kinds = new Map(Object.entries(variation));
  return Object.fromEntries(
    Object.entries(type).map(([at, name]) => [at, [name, kinds.get(at)].filter(Boolean).join(' · ')]),
  );
};

async function hasCodes(tx: Tx): Promise<boolean> {
  const { rows } = await sql`
    select 1 from promo_code where festival_id = current_festival() and not disabled limit 1`.execute(tx);
  return rows.length > 0;
}
