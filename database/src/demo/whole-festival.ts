import { askedRows } from './asked.ts';
import type { DemoFestival } from './festivals.ts';
import { gateRows } from './gates.ts';
import { type DemoInventory, inventoryRows, offeredOptions } from './inventory.ts';
import type { PricePlan } from './price-plans.ts';
import { openedPrices, priceRows } from './prices.ts';
import type { StagePlan } from './line-up.ts';
import { addWhatIsOpen, programmeRows } from './programme.ts';
import type { KnownBuyer } from './purchase.ts';
import { seasonOpens } from './sale-moments.ts';
import { seasonRows } from './season.ts';
import { seededRandom } from './seeded-random.ts';
import { placeRows, standRows } from './site-and-stands.ts';
import type { SitePlace } from './site-place.ts';
import { stockRows } from './stock.ts';
import { type DemoTicketType, offered, ticketTypeRows } from './ticket-types.ts';
import { volunteerRows } from './volunteers.ts';

export interface FestivalPlan {
  festival: DemoFestival;
  site: readonly SitePlace[];
  stages: readonly StagePlan[];
  types: readonly DemoTicketType[];
  inventory: DemoInventory;
  prices: PricePlan;
  /** How many orders its season has. */
  orders: number;
}

export interface Setting {
  /** Everything was sold before it. */
  base: Date;
  /** When everything was encoded. */
  founded: Date;
  visitor: KnownBuyer;
}

/** The rows of a published festival. Each part has chance of its own, so that a change to one leaves the others alone. */
export function wholeFestival({ base, founded, visitor }: Setting, plan: FestivalPlan) {
  const { festival, site, stages, types, inventory, prices, orders } = plan;
  const chance = (part: string) => seededRandom(`${part} of ${festival.slug}`);
  const places = placeRows(chance('places'), festival, site, founded);
  const opened = seasonOpens(base);
  const offers = offered(chance('types'), types, festival, opened);
  const market = {
    festival,
    opened,
    types: offers,
    options: offeredOptions(chance('options'), inventory, offers, opened),
    prices: openedPrices(chance('prices'), prices, offers, opened),
  };
  // The season counts on the market what it sells; only then are the quotas known.
  const season = seasonRows(chance('season'), chance('extras'), market, base, orders, visitor);
  const selling = standRows(chance('stands'), festival, site, places.ids, founded);
  const sold = inventoryRows(chance('inventory'), festival, inventory, market, opened);
  const programme = programmeRows(chance('programme'), festival, stages, places.ids, founded);
  if (festival.slug === 'solbrume') addWhatIsOpen(programme, chance('programme still open'), festival, founded);
  return {
    places: places.rows,
    layers: places.layers,
    gates: gateRows(chance('gates'), festival, site, places.ids, founded),
    ...selling,
    ...stockRows(chance('stock'), festival, selling, founded),
    volunteers: volunteerRows(chance('volunteers'), festival, founded),
    ...programme,
    ...season,
    ...sold.rows,
    ...priceRows(festival, market.prices, opened),
    asked: festival.slug === 'solbrume' ? askedRows(chance('asked'), festival, opened) : [],
    ...ticketTypeRows(festival, offers, opened, sold),
  };
}
