/** A festival that sells as festivals do: two types below one number of places, an early price, a family bundle, camping, a fee and a code. */
import { openPool } from '@festivals/database';
import { openShop, type Shop } from './bench-database.ts';

/** What buyers put into their baskets, and how many tickets that is. */
export interface RealisticBasket {
  tickets: number;
  wishes: object;
}

export interface RealisticShop extends Shop {
  /** In turn: of ten baskets three are of one ticket, three of two, two camp, one is a family's, one is four with a code. */
  baskets: readonly RealisticBasket[];
}

const code = 'FRIENDS10';

export async function openRealisticShop(url: string, capacity: number): Promise<RealisticShop> {
  const shop = await openShop(url, capacity);
  const { festivalId, ticketTypeId: day } = shop;
  const [weekend, camping, family] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const [weekendQuota, early, pitches, uses, everyone] = Array.from({ length: 5 }, () => crypto.randomUUID());
  const pool = openPool(url, { max: 1 });
  const run = (sql: string, values: unknown[]) => pool.query(sql, values);
  await run(`insert into quota (festival_id, id, capacity) select $1, id, $3 from unnest($2::uuid[]) as id`, [
    festivalId,
    [weekendQuota, early, pitches, uses],
    capacity,
  ]);
  const tiers = [
    { id: crypto.randomUUID(), name: { en: 'Early' }, price: 9900, until: null, capacity, quotaId: early },
  ];
  await run(
    `insert into ticket_type (festival_id, id, quota_id, name, price, vat, max_per_order, tiers)
     values ($1, $2, $3, '{"en": "Weekend"}', 11900, 600, 10, $4)`,
    [festivalId, weekend, weekendQuota, JSON.stringify(tiers)],
  );
  await run(
    `insert into ticket_option (festival_id, id, quota_id, kind, name, price, vat, needs_ticket, most)
     values ($1, $2, $3, 'CAMPING', '{"en": "Camping"}', 3500, 1200, true, 1)`,
    [festivalId, camping, pitches],
  );
  await run(`insert into quota (festival_id, id, name, shared, capacity) values ($1, $2, 'Site', true, $3)`, [
    festivalId,
    everyone,
    capacity,
  ]);
  await run(
    `insert into ticket_type_quota (festival_id, ticket_type_id, quota_id) select $1, id, $2 from unnest($3::uuid[]) as id`,
    [festivalId, everyone, [day, weekend]],
  );
  await run('update quota set linked = true where festival_id = $1 and id = any($2)', [
    festivalId,
    [shop.quotaId, weekendQuota],
  ]);
  const part = { ticketTypeId: day, variationId: null };
  await run(`insert into price_rules (festival_id, rules) values ($1, $2)`, [
    festivalId,
    JSON.stringify({
      pricesIncludeVat: true,
      rounding: 'KEEP_GROSS',
      reverseCharge: false,
      donations: false,
      proofOfWork: 'OFF',
      bundles: [
        {
          id: family,
          name: { en: 'Family' },
          description: {},
          price: 14000,
          parts: [{ ...part, quantity: 4 }],
          maxPerOrder: 2,
        },
      ],
      fees: [
        {
          id: crypto.randomUUID(),
          name: { en: 'Booking' },
          kind: 'PER_TICKET',
          amount: 150,
          vat: 2100,
          ticketTypeIds: [],
          onFree: false,
        },
      ],
      discounts: [],
    }),
  ]);
  await run(
    `insert into promo_code (festival_id, id, code, effect, value, per, stacks, with_discounts, uses_quota_id)
     values ($1, $2, $3, 'PERCENT', 1000, 'TICKET', false, true, $4)`,
    [festivalId, crypto.randomUUID(), code, uses],
  );
  await pool.end();

  const one = { tickets: 1, wishes: { items: [{ ticketTypeId: day, quantity: 1 }] } };
  const two = { tickets: 2, wishes: { items: [{ ticketTypeId: day, quantity: 2 }] } };
  const camp = {
    tickets: 2,
    wishes: { items: [{ ticketTypeId: weekend, quantity: 2 }], options: [{ optionId: camping, quantity: 1 }] },
  };
  const families = { tickets: 4, wishes: { items: [], bundles: [{ bundleId: family, quantity: 1 }] } };
  const friends = { tickets: 4, wishes: { items: [{ ticketTypeId: weekend, quantity: 4 }], codes: [code] } };
  return { ...shop, baskets: [one, two, camp, one, two, families, one, two, camp, friends] };
}
