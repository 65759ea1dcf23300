/** Wishes taken apart into single tickets and options, each at its own price. Pure. */
import type { OpenTier, PriceList, PriceRefusal, TypeOnSale, Why, Wishes } from './price-list.ts';
import { inWindow } from './in-window.ts';
import { saleState, sellsAlone } from './sale-state.ts';
import { shares } from '../../shares.ts';

/** One ticket, option or gift. Prices are as they were typed: with their VAT or without it, by the festival's rules. */
export interface Unit {
  kind: 'TICKET' | 'OPTION' | 'FEE' | 'DONATION';
  id: string | null;
  variationId: string | null;
  tierId: string | null;
  bundleId: string | null;
  quotaId: string | null;
  /** Where a price step or variation is counted as well. */
  stocks: readonly { of: 'STEP' | 'VARIATION'; quotaId: string }[];
  name: object;
  list: number;
  price: number;
  vat: number;
  why: Why[];
}

export interface Refusal {
  ok: false;
  code: PriceRefusal;
  data: Record<string, unknown>;
}
export const refuse = (code: PriceRefusal, data: Record<string, unknown>): Refusal => ({ ok: false, code, data });

/** The step that a ticket is sold at: the first that has not ended; undefined once the type's own price holds. */
export const openTier = <Step extends OpenTier>(
  tiers: readonly Step[],
  taken: ReadonlyMap<string, number>,
  now: Date,
): Step | undefined =>
  tiers.find(
    ({ id, until, stock }) =>
      inWindow({ from: null, until }, now) && (stock === null || stock.free - (taken.get(id) ?? 0) > 0),
  );

/** A variation's price at a step: what the step takes off the type's price it takes off each variation. */
export const steppedPrice = (own: number, type: Pick<TypeOnSale, 'price'>, tier: OpenTier | undefined): number =>
  tier ? Math.max(0, own - type.price + tier.price) : own;

/** All units of what is wished for, or why it is not sold. Fees come later: they are asked for what is left to pay. */
export function unitsOf(
  wishes: Wishes,
  list: PriceList,
  opened: ReadonlySet<string>,
  now: Date,
): { ok: true; units: Unit[] } | Refusal {
  const units: Unit[] = [];
  const taken = new Map<string, number>();
  const counted = new Map<string, number>();

  const unitOf = (type: TypeOnSale, variationId: string | null): Unit => {
    const tier = openTier(type.tiers ?? [], taken, now);
    if (tier) taken.set(tier.id, (taken.get(tier.id) ?? 0) + 1);
    const variation = type.variations?.find(({ id }) => id === variationId);
    const price = steppedPrice(variation?.price ?? type.price, type, tier);
    return {
      kind: 'TICKET',
      id: type.id,
      variationId,
      tierId: tier?.id ?? null,
      bundleId: null,
      quotaId: type.quotaId,
      stocks: [
        ...(tier?.stock ? [{ of: 'STEP' as const, quotaId: tier.stock.quotaId }] : []),
        ...(variation?.stock ? [{ of: 'VARIATION' as const, quotaId: variation.stock.quotaId }] : []),
      ],
      name: variation ? joined(type.name, variation.name) : type.name,
      list: price,
      price,
      vat: type.vat,
      why: [],
    };
  };

  for (const wish of wishes.items) {
    const data = { ticketTypeId: wish.ticketTypeId };
    const type = list.types.find(({ id }) => id === wish.ticketTypeId);
    if (!type || (type.hidden && !opened.has(type.id))) return refuse('general.not_found', data);
    if (saleState(type, list.festival, now) !== 'OPEN') return refuse('ticketing.sales_closed', data);
    const variations = type.variations ?? [];
    const variationId = wish.variationId ?? null;
    if (variations.length > 0 && !variations.some(({ id }) => id === variationId))
      return refuse('ticketing.variation_needed', data);
    const ofType = (counted.get(type.id) ?? 0) + wish.quantity;
    counted.set(type.id, ofType);
    if (ofType > type.maxPerOrder) return refuse('ticketing.too_many', { ...data, most: type.maxPerOrder });
    for (let nth = 0; nth < wish.quantity; nth++) {
      const unit = unitOf(type, variations.length > 0 ? variationId : null);
      // Whoever names the price gives at least what it costs at the moment, of its kind.
      const named = type.namesPrice && wish.price !== undefined ? wish.price : unit.price;
      if (named < unit.price) return refuse('ticketing.price_below_least', { ...data, least: unit.price });
      units.push({ ...unit, list: named, price: named });
    }
  }
  for (const { id, minPerOrder } of list.types) {
    const ofType = counted.get(id);
    if (ofType !== undefined && ofType < minPerOrder)
      return refuse('ticketing.too_few', { ticketTypeId: id, least: minPerOrder });
  }

  for (const wish of wishes.bundles ?? []) {
    const data = { bundleId: wish.bundleId };
    const bundle = list.rules.bundles.find(({ id }) => id === wish.bundleId);
    if (!bundle) return refuse('general.not_found', data);
    if (wish.quantity > bundle.maxPerOrder) return refuse('ticketing.too_many', { ...data, most: bundle.maxPerOrder });
    for (let nth = 0; nth < wish.quantity; nth++) {
      const parts: Unit[] = [];
      for (const part of bundle.parts) {
        const type = list.types.find(({ id }) => id === part.ticketTypeId);
        if (!type) return refuse('general.not_found', data);
        if (saleState(type, list.festival, now) !== 'OPEN') return refuse('ticketing.sales_closed', data);
        const known = type.variations?.some(({ id }) => id === part.variationId);
        for (let one = 0; one < part.quantity; one++) parts.push(unitOf(type, known ? part.variationId : null));
      }
      units.push(...bundled(parts, bundle));
    }
  }

  const gone = addOptions(units, wishes, list, now);
  if (gone) return gone;
  if (wishes.donation && list.rules.donations) units.push({ ...gift, list: wishes.donation, price: wishes.donation });
  return { ok: true, units };
}

/** The parts of a bundle at their shares of its price, in proportion to what each costs alone. */
function bundled(parts: readonly Unit[], { id, price }: { id: string; price: number }): Unit[] {
  const alone = parts.map(({ list }) => list);
  const together = Math.min(
    price,
    alone.reduce((sum, one) => sum + one, 0),
  );
  const each = shares(together, alone);
  return parts.map((part, at) => {
    const share = each[at] ?? 0;
    const off = part.list - share;
    return { ...part, bundleId: id, price: share, why: off > 0 ? [{ kind: 'BUNDLE', id, amount: off }] : [] };
  });
}

/** Adds options, so many as the tickets that they go with allow; without a ticket those that need none. */
function addOptions(units: Unit[], wishes: Wishes, list: PriceList, now: Date): Refusal | undefined {
  const tickets = units.filter(({ kind }) => kind === 'TICKET');
  const counted = new Map<string, number>();
  for (const { optionId, quantity } of wishes.options ?? []) {
    const option = list.options.find(({ id }) => id === optionId);
    if (!option) return refuse('general.not_found', { optionId });
    const fitting = tickets.filter(
      ({ id }) => option.ticketTypeIds.length === 0 || (id !== null && option.ticketTypeIds.includes(id)),
    ).length;
    const wanted = (counted.get(optionId) ?? 0) + quantity;
    counted.set(optionId, wanted);
    if (option.needsTicket && fitting === 0) return refuse('ticketing.option_needs_ticket', { optionId });
    if (tickets.length === 0 && !sellsAlone(list.saleStarts ?? [], list.festival, now))
      return refuse('ticketing.sales_closed', { optionId });
    const most = option.needsTicket ? option.most * fitting : option.most;
    if (wanted > most) return refuse('ticketing.too_many', { optionId, most });
    for (let nth = 0; nth < quantity; nth++)
      units.push({
        ...gift,
        kind: 'OPTION',
        id: option.id,
        quotaId: option.quotaId,
        name: option.name,
        list: option.price,
        price: option.price,
        vat: option.vat,
      });
  }
  return undefined;
}

/** Something given for nothing is no supply: it bears no VAT. */
const gift: Unit = {
  kind: 'DONATION',
  id: null,
  variationId: null,
  tierId: null,
  bundleId: null,
  quotaId: null,
  stocks: [],
  name: {},
  list: 0,
  price: 0,
  vat: 0,
  why: [],
};

/** A type's name with its variation's, in the languages that both have. */
function joined(type: object, variation: object): object {
  const kinds = new Map<string, unknown>(Object.entries(variation));
  return Object.fromEntries(
    Object.entries(type).map(([language, name]) => [
      language,
      name && kinds.get(language) ? `${name} · ${kinds.get(language)}` : name,
    ]),
  );
}
