/** What a price is made of, read without a transaction of its own: a hold asks it of every buyer. */
import { isOver } from '@festivals/domain/festival/is-over';
import { sells } from '@festivals/domain/festival/rules';
import type { Currency } from '@festivals/domain/primitives';
import { codeKey } from '@festivals/domain/ticketing/pricing/code-key';
import { plainRules } from '@festivals/domain/ticketing/pricing/plain-rules';
import type { CodeOnSale, OptionOnSale, PriceList } from '@festivals/domain/ticketing/pricing/price-list';
import type { Ctx } from '../../platform/context.ts';
import type { OfferedType } from '../sale/gathered-deeds.ts';
import { readOffered } from '../sale/hot-functions.ts';

export interface Wanted {
  items: readonly { ticketTypeId: string }[];
  bundles: readonly { bundleId: string }[];
  options: readonly { optionId: string }[];
  codes: readonly string[];
}

export interface Priceable {
  currency: Currency;
  list: PriceList;
  codes: CodeOnSale[];
  /** By the database's clock. */
  readAt: Date;
}

/** The prices of what is wanted; null where nothing of it is known. One look-up for tickets alone, further ones for what comes with them. */
export async function readPriceList(ctx: Ctx, festivalId: string, wanted: Wanted): Promise<Priceable | null> {
  const forTickets = wanted.items.length + wanted.bundles.length > 0;
  const typeIds = wanted.items.map(({ ticketTypeId }) => ticketTypeId);
  if (wanted.bundles.length > 0) typeIds.push(...(await bundledTypes(ctx, festivalId, wanted.bundles)));
  const [types, festival, options, codes] = await Promise.all([
    forTickets ? readOffered(ctx, festivalId, typeIds) : [],
    forTickets ? undefined : readFestival(ctx, festivalId),
    wanted.options.length === 0 ? [] : readOptions(ctx, festivalId, wanted.options),
    wanted.codes.length === 0 ? [] : readCodes(ctx, festivalId, wanted.codes),
  ]);
  const seller = types[0] ?? festival;
  if (!seller) return null;
  const { status, currency, country, rules } = seller;
  const { saleStarts } = festival ?? {};
  const readAt = new Date(seller.readAt);
  const list: PriceList = {
    festival: status,
    // What was ended or called off before its last night says so by its state.
    isOver: sells(status) && isOver(seller, readAt),
    country,
    rules: rules ?? plainRules,
    types: types.map(onSale),
    options,
    ...(saleStarts && { saleStarts }),
  };
  return { currency, list, codes, readAt };
}

interface Seller extends Pick<
  OfferedType,
  'status' | 'currency' | 'country' | 'rules' | 'endsOn' | 'zone' | 'cutOff' | 'readAt'
> {
  saleStarts: (string | null)[];
}

/** Who sells, where nothing is wanted but what needs no ticket. */
async function readFestival(ctx: Ctx, festivalId: string): Promise<Seller | undefined> {
  const { rows } = await ctx.resources.pool.query<Seller>({
    name: 'festival-on-sale',
    text: `select festival_status as status, currency, country, rules, ends_on::text as "endsOn", zone, cut_off as "cutOff",
        sale_starts as "saleStarts", now() as "readAt"
        from lookup.festival_on_sale($1)`,
    values: [festivalId],
  });
  return rows[0];
}

const onSale = ({
  status: _status,
  currency: _currency,
  country: _country,
  rules: _rules,
  endsOn: _endsOn,
  zone: _zone,
  cutOff: _cutOff,
  readAt: _readAt,
  ...type
}: OfferedType) => ({
  ...type,
  tiers: type.tiers ?? [],
  variations: type.variations ?? [],
});

async function bundledTypes(ctx: Ctx, festivalId: string, bundles: Wanted['bundles']): Promise<string[]> {
  const { rows } = await ctx.resources.pool.query<{ id: string }>({
    name: 'bundle-types',
    text: 'select id from lookup.bundle_types($1, $2)',
    values: [festivalId, bundles.map(({ bundleId }) => bundleId)],
  });
  return rows.map(({ id }) => id);
}

async function readOptions(ctx: Ctx, festivalId: string, options: Wanted['options']): Promise<OptionOnSale[]> {
  const { rows } = await ctx.resources.pool.query<OptionOnSale>({
    name: 'options-on-sale',
    text: `select id, quota_id as "quotaId", name, price, vat, needs_ticket as "needsTicket", most, ticket_type_ids as "ticketTypeIds"
        from lookup.options_on_sale($1, $2)`,
    values: [festivalId, options.map(({ optionId }) => optionId)],
  });
  return rows;
}

/** The codes that are known among those that were typed. */
export async function readCodes(ctx: Ctx, festivalId: string, typed: readonly string[]): Promise<CodeOnSale[]> {
  const { rows } = await ctx.resources.pool.query<CodeOnSale>({
    name: 'promo-codes',
    text: `select id, code, effect, value, per, ticket_type_ids as "ticketTypeIds", opens, most_tickets as "mostTickets",
        valid_from as "validFrom", valid_until as "validUntil", stacks, with_discounts as "withDiscounts", disabled, uses, budget
        from lookup.promo_codes($1, $2)`,
    values: [festivalId, typed.map(codeKey)],
  });
  return rows;
}
