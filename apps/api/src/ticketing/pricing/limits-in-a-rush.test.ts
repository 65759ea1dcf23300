/** A limit that is set while baskets are being held: whoever read of none before is counted by it or reads again. */
import { createHash, randomUUID } from 'node:crypto';
import { ApiError } from '@festivals/contract';
import { FestivalId } from '@festivals/domain/primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditFestival } from '../../ledger/audit-money.ts';
import { systemContext } from '../../platform/context.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { newSecret, openShop } from '../testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const kind = { id: randomUUID(), name: { en: 'Reduced' }, price: 6_000, capacity: null };

/** A shop with an option, a kind of ticket and a code, none of them limited. */
async function opened() {
  const { festivalId } = await openShop(api, { capacity: 10 });
  const params = { festivalId: FestivalId.parse(festivalId) };
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const team = client.ticketing;
  const type = await team.createTicketType({
    params,
    body: {
      name: { en: 'Weekend' },
      price: 9_000,
      vat: 600,
      capacity: 200,
      variations: [{ ...kind, id: randomUUID() }],
    },
  });
  const variationId = type.variations[0]?.id ?? '';
  const option = await team.createTicketOption({
    params,
    body: { kind: 'PARKING', name: { en: 'Parking' }, price: 1_000, vat: 600, needsTicket: false, most: 20 },
  });
  const code = await team.createPromoCode({ params, body: { code: 'LATE', effect: 'AMOUNT', value: 1_000 } });
  const limits = {
    option: (capacity: number) =>
      team.updateTicketOption({
        params: { ...params, optionId: option.id },
        body: { version: 1, changes: { capacity } },
      }),
    kind: (capacity: number) =>
      team.updateTicketType({
        params: { ...params, ticketTypeId: type.id },
        body: { version: 1, changes: { variations: [{ ...kind, id: variationId, capacity }] } },
      }),
    code: (uses: number) =>
      team.updatePromoCode({ params: { ...params, codeId: code.id }, body: { version: 1, changes: { uses } } }),
  };
  const wishes = {
    items: [{ ticketTypeId: type.id, quantity: 1, variationId }],
    options: [{ optionId: option.id, quantity: 1 }],
    codes: ['LATE'],
  };
  return { params, type, variationId, option, code, limits, wishes };
}
type Opened = Awaited<ReturnType<typeof opened>>;

/** A basket as a process writes it that read its price before there was any limit. */
const heldByOldPrices = async (
  db: { query: (text: string, values: unknown[]) => Promise<unknown> },
  { params, type, variationId, option, code }: Opened,
) => {
  const { rows } = await api.ownerPool.query<{ quotaId: string }>(
    'select quota_id as "quotaId" from ticket_type where festival_id = $1 and id = $2',
    [params.festivalId, type.id],
  );
  const plain = { quantity: 1, vat: 600, vatAmount: 0, why: [], name: {} };
  const why = [{ kind: 'CODE', id: code.id, amount: 1000, name: null, code: 'LATE' }];
  const lines = [
    {
      ...plain,
      kind: 'TICKET',
      ticketTypeId: type.id,
      variationId,
      listPrice: 6000,
      unitPrice: 5000,
      quotaId: rows[0]?.quotaId,
      why,
    },
    { ...plain, kind: 'OPTION', itemId: option.id, listPrice: 1000, unitPrice: 1000, quotaId: null },
  ];
  await db.query(
    `select hold_baskets($1, array[new_id()], array[$2::bytea], array[$3::jsonb], array[$4::jsonb], array['EUR'], array[900],
      array['{"kind":"guest"}'::jsonb], array[null::bytea], array[null::text], array[null::bytea])`,
    [
      params.festivalId,
      createHash('sha256').update(newSecret()).digest(),
      JSON.stringify(lines),
      JSON.stringify({ claims: [], codes: [{ id: code.id, amount: 1000 }], buyer: null }),
    ],
  );
};

const uncounted = `
  select (select count(*)::int from basket_line l join ticket_option o on o.festival_id = l.festival_id and o.id = l.item_id
      where l.festival_id = $1 and o.quota_id is not null and l.quota_id is null
        and not exists (select from basket_claim c where c.festival_id = l.festival_id and c.basket_id = l.basket_id and c.quota_id = o.quota_id))
    + (select count(*)::int from basket_code u join promo_code p on p.festival_id = u.festival_id and p.id = u.code_id
      where u.festival_id = $1 and p.uses_quota_id is not null
        and not exists (select from basket_claim c where c.festival_id = u.festival_id and c.basket_id = u.basket_id and c.quota_id = p.uses_quota_id))
    + (select count(*)::int from basket_line l join ticket_type y on y.festival_id = l.festival_id and y.id = l.ticket_type_id
      cross join lateral jsonb_array_elements(y.variations) as v
      where l.festival_id = $1 and v->>'id' = l.variation_id::text and v->>'quotaId' is not null
        and not exists (select from basket_claim c where c.festival_id = l.festival_id and c.basket_id = l.basket_id and c.quota_id = (v->>'quotaId')::uuid))
    as count`;
const missed = async ({ params }: Opened) =>
  (await api.ownerPool.query<{ count: number }>(uncounted, [params.festivalId])).rows[0]?.count;

const guards = {
  option: ['basket_line', 'line_meets_limits'],
  kind: ['basket_line', 'line_meets_limits'],
  code: ['basket_code', 'code_meets_limits'],
} as const;

describe.each(['option', 'kind', 'code'] as const)('a limit on a %s', (what) => {
  it('is met by a basket that was priced before it and is written after', async () => {
    const shop = await opened();
    await shop.limits[what](5);
    await expect(heldByOldPrices(api.ownerPool, shop)).rejects.toThrow('ticketing.price_changed');
    expect(await missed(shop)).toBe(0);
  });

  it('would be missed by it without the guard: this test can fail', async () => {
    const shop = await opened();
    const [table, guard] = guards[what];
    await shop.limits[what](5);
    await api.ownerPool.query(`alter table ${table} disable trigger ${guard}`);
    try {
      await heldByOldPrices(api.ownerPool, shop);
    } finally {
      await api.ownerPool.query(`alter table ${table} enable trigger ${guard}`);
    }
    expect(await missed(shop)).toBe(1);
  });

  it('misses no basket that is being written when it is set', async () => {
    const shop = await opened();
    const one = await api.ownerPool.connect();
    try {
      await one.query('begin');
      await heldByOldPrices(one, shop);
      const set = shop.limits[what](5);
      // Kinds and codes are locked by whoever buys them, and wait; nothing locks an option, and its limit is there first.
      if (what === 'option') await set;
      const written = await one.query('commit').then(
        () => 'held',
        (error: Error) => error.message,
      );
      await set;
      if (what === 'option') expect(written).toBe('ticketing.price_changed');
    } finally {
      one.release();
    }
    expect(await missed(shop)).toBe(0);
  });
});

it('of many who buy while limits are set, each is counted', async () => {
  const shop = await opened();
  const { ticketing } = api.client('site');
  const hold = () => ticketing.holdBasket({ params: shop.params, body: { ...shop.wishes, secret: newSecret() } });
  const buying = Promise.allSettled(Array.from({ length: 40 }, hold));
  const setting = Promise.all([shop.limits.option(100), shop.limits.kind(100), shop.limits.code(100)]);
  const refused = (await buying).flatMap((held) => (held.status === 'rejected' ? [held.reason] : []));
  await setting;
  expect(refused.map((error) => (error instanceof ApiError ? error.name : String(error)))).toEqual([]);
  expect(await missed(shop)).toBe(0);
  expect(await auditFestival(systemContext(api.resources), shop.params.festivalId)).toEqual([]);
});
