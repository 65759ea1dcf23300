import { createHash } from 'node:crypto';
import type { OrderLine, PricedOrder } from '@festivals/domain/ticketing/pricing/price-list';
import { holdSeconds } from '@festivals/domain/ticketing/rules';
import type { Buyer } from './buyers.ts';
import { currency, type DemoFestival } from './festivals.ts';
import { hexBytes, type Row } from './insert-rows.ts';
import type { Random } from './seeded-random.ts';

export interface SeasonRows {
  baskets: Row[];
  lines: Row[];
  claims: Row[];
  codes: Row[];
  orders: Row[];
  payments: Row[];
  charges: Row[];
  tickets: Row[];
}

/** What became of an order. */
export type Fate = 'PAID' | 'REFUNDED' | 'EXPIRED' | 'CANCELLED';

/** A buyer with an account: the demo's visitor. */
export interface KnownBuyer extends Buyer {
  personId: string;
}

export interface Purchase {
  festival: DemoFestival;
  /** Everything that became of it had become so before. */
  base: Date;
  heldAt: Date;
  fate: Fate;
  order: PricedOrder;
  buyer: Buyer | KnownBuyer;
  reference: string;
}

const later = (moment: Date, seconds: number): Date => new Date(moment.getTime() + seconds * 1000);

/** Adds everything that a purchase leaves behind: basket, order, payments with the bank's own book, tickets. */
export function addPurchase(rows: SeasonRows, random: Random, purchase: Purchase): void {
  const { festival, heldAt, fate, order, buyer, reference } = purchase;
  const placedAt = later(heldAt, random.whole(40, 400));
  const paidAt = fate === 'PAID' || fate === 'REFUNDED' ? later(placedAt, random.whole(15, 240)) : null;
  const ids = { festival_id: festival.id, basket_id: random.id(heldAt), order_id: random.id(placedAt) };
  const { total } = order;
  const expiresAt = later(heldAt, holdSeconds);

  rows.baskets.push({
    festival_id: ids.festival_id,
    id: ids.basket_id,
    secret_hash: hexBytes(createHash('sha256').update(random.bytes(32)).digest()),
    status: paidAt ? 'ORDERED' : 'RELEASED',
    currency,
    total,
    held_at: heldAt,
    expires_at: expiresAt,
  });
  const inBasket = { festival_id: ids.festival_id, basket_id: ids.basket_id };
  rows.lines.push(...order.lines.map((line, at) => ({ ...inBasket, line_no: at + 1, ...lineRow(line) })));
  rows.claims.push(...order.claims.map(({ quotaId, places }) => ({ ...inBasket, quota_id: quotaId, places })));
  rows.codes.push(...order.codes.map(({ id, amount }) => ({ ...inBasket, code_id: id, amount })));
  rows.orders.push({
    festival_id: ids.festival_id,
    id: ids.order_id,
    basket_id: ids.basket_id,
    reference,
    status: fate,
    email: buyer.email,
    name: buyer.name,
    language: buyer.language,
    person_id: 'personId' in buyer ? buyer.personId : null,
    currency,
    total,
    placed_at: placedAt,
    pay_until: expiresAt,
    paid_at: paidAt,
  });
  addPayments(rows, random, purchase, { ...ids, total, placedAt, paidAt });
}

interface Ids {
  festival_id: string;
  basket_id: string;
  order_id: string;
}

const lineRow = (line: OrderLine): Row => ({
  kind: line.kind,
  ticket_type_id: line.kind === 'TICKET' ? line.id : null,
  item_id: line.kind === 'TICKET' ? null : line.id,
  variation_id: line.variationId,
  tier_id: line.tierId,
  bundle_id: line.bundleId,
  quota_id: line.quotaId,
  name: line.name,
  quantity: line.quantity,
  list_price: line.listPrice,
  unit_price: line.unitPrice,
  vat: line.vat,
  vat_amount: line.vatAmount,
  why: line.why,
});

interface Placed extends Ids {
  total: number;
  placedAt: Date;
  paidAt: Date | null;
}

/** The attempts to pay: half of those who let their order expire were refused, and now and then one who paid in the end. */
function addPayments(rows: SeasonRows, random: Random, { fate, base, order, buyer }: Purchase, placed: Placed): void {
  const { festival_id, order_id, total, placedAt, paidAt } = placed;
  const add = (at: Date, settledAt: Date, status: string, outcome: string, reason: string | null) => {
    const id = random.id(at);
    // What a code makes free is paid by nobody.
    const provider = total > 0 ? 'sandbox' : 'none';
    const payment = { festival_id, id, order_id, provider, status, amount: total, currency, reason };
    rows.payments.push({ ...payment, started_at: at, changed_at: settledAt });
    if (total > 0) rows.charges.push({ key: id, amount: total, currency, outcome, made_at: at });
  };

  const refusal = random.pick(['declined', 'insufficient_funds']);
  const isRefused = total > 0 && random.next() < (fate === 'EXPIRED' ? 0.5 : paidAt ? 0.04 : 0);
  if (isRefused) add(later(placedAt, 5), later(placedAt, 8), 'FAILED', refusal, refusal);
  if (!paidAt) return;

  const isKept = fate === 'PAID';
  const settledAt = isKept ? paidAt : new Date(paidAt.getTime() + random.whole(1, base.getTime() - paidAt.getTime()));
  add(later(paidAt, -2), settledAt, isKept ? 'COMPLETED' : 'REFUNDED', isKept ? 'succeeded' : 'refunded', null);
  for (const [at, { kind, id, quantity }] of order.lines.entries()) {
    if (kind !== 'TICKET') continue;
    for (let ticket = 0; ticket < quantity; ticket += 1) {
      rows.tickets.push({
        festival_id,
        id: random.id(paidAt),
        order_id,
        ticket_type_id: id,
        line_no: at + 1,
        holder: buyer.name,
        status: isKept ? 'SOLD' : 'REFUNDED',
        issued_at: paidAt,
        changed_at: settledAt,
      });
    }
  }
}
