import { createHash, randomBytes } from 'node:crypto';
import { apiRole, openPool } from '@festivals/database';
import { sharedFlush } from '../../apps/api/src/platform/durable.ts';
import { gatheredDeeds } from '../../apps/api/src/ticketing/sale/gathered-deeds.ts';
import type { Shop } from './bench-database.ts';

/** Buyers who ask the database what the API asks it, without HTTP, contract and rules. */
export function directBuyers(url: string) {
  const pool = openPool(url, { max: 14, role: apiRole });
  const deeds = gatheredDeeds(pool);
  const untilDurable = sharedFlush(() => pool.query({ name: 'make_durable', text: 'select make_durable()' }));

  /** Holds one ticket, until it is on the disk. */
  const hold = async (shop: Shop): Promise<void> => {
    await deeds.hold(shop.festivalId, basketOf(shop));
    await untilDurable();
  };

  /** Buys one ticket: prices, hold, order, a charge by the sandbox, settlement. */
  const buy = async (shop: Shop): Promise<void> => {
    const { festivalId } = shop;
    const [orderId, paymentId] = [crypto.randomUUID(), crypto.randomUUID()];
    const basket = basketOf(shop);
    const { basketId, secretHash } = basket;
    await deeds.offer(festivalId, [shop.ticketTypeId]);
    await deeds.hold(festivalId, basket);
    await deeds.place(festivalId, {
      festivalId,
      orderId,
      basketId,
      secretHash,
      reference: orderId.replaceAll('-', '').slice(0, 16),
      email: 'buyer@example.org',
      name: 'Ada Buyer',
      language: 'en',
      personId: null,
      paySeconds: 600,
      details: null,
      ...stamp(),
    });
    const payment = stamp();
    await deeds.begin(festivalId, { festivalId, orderId, secretHash, paymentId, provider: 'sandbox', ...payment });
    await untilDurable();
    await pool.query({
      name: 'charge',
      text: `insert into sandbox_charge (key, amount, currency, outcome) select $1, 4500, 'EUR', 'succeeded' from commit_without_waiting()`,
      values: [paymentId],
    });
    await deeds.settle(festivalId, { paymentId, ...payment });
    await untilDurable();
  };
  return { hold, buy, close: () => pool.end() };
}

const stamp = () => ({
  by: JSON.stringify({ kind: 'guest', id: null, request: 'bench' }),
  caller: randomBytes(32),
  key: randomBytes(12).toString('hex'),
  bodyHash: randomBytes(32),
});

/** One ticket, as the API asks the database to hold it. */
const basketOf = ({ festivalId, ticketTypeId, quotaId }: Shop) => ({
  festivalId,
  basketId: crypto.randomUUID(),
  secretHash: createHash('sha256').update(randomBytes(32)).digest(),
  lines: [
    {
      lineNo: 1,
      kind: 'TICKET' as const,
      itemId: null,
      ticketTypeId,
      variationId: null,
      tierId: null,
      bundleId: null,
      quotaId,
      quantity: 1,
      listPrice: 4500,
      unitPrice: 4500,
      why: [],
      vat: 600,
      vatAmount: 255,
      name: { en: 'Day ticket' },
    },
  ],
  extras: null,
  currency: 'EUR' as const,
  seconds: 900,
  ...stamp(),
});
