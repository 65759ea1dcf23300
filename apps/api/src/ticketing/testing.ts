/** A festival that sells, and buyers, for tests. */
import { randomBytes } from 'node:crypto';
import type { SandboxMethod } from '@festivals/domain/payments/schemas';
import { insertFestival } from '../festival/testing.ts';
import type { TestApi } from '../testing/start-api.ts';

export const newSecret = (): string => randomBytes(32).toString('base64url');

export interface Shop {
  festivalId: string;
  ticketTypeId: string;
}

/** A published festival with one ticket type and so many places, made through the API by its organiser. */
export async function openShop(
  api: TestApi,
  wanted: { capacity: number; price?: number; maxPerOrder?: number },
): Promise<Shop> {
  const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const type = await client.ticketing.createTicketType({
    params: { festivalId },
    body: {
      name: { en: 'Day ticket' },
      price: wanted.price ?? 4500,
      vat: 600,
      capacity: wanted.capacity,
      maxPerOrder: wanted.maxPerOrder ?? 10,
    },
  });
  return { festivalId, ticketTypeId: type.id };
}

/** A visitor without an account, on the way through the shop. */
export function buyer(api: TestApi, { festivalId, ticketTypeId }: Shop, email = 'visitor@example.org') {
  const { ticketing } = api.client('site');
  const secret = newSecret();
  const hold = (quantity = 1, idempotencyKey?: string) =>
    ticketing.holdBasket(
      { params: { festivalId }, body: { secret, items: [{ ticketTypeId, quantity }] } },
      idempotencyKey ? { idempotencyKey } : {},
    );
  const order = (basketId: string, idempotencyKey?: string) =>
    ticketing.placeOrder(
      { params: { festivalId }, body: { basketId, secret, email, name: 'Ada Visitor', language: 'en' } },
      idempotencyKey ? { idempotencyKey } : {},
    );
  const pay = (orderId: string, method: SandboxMethod | undefined = 'succeeds', idempotencyKey?: string) =>
    ticketing.payOrder(
      { params: { festivalId, orderId }, body: { secret, ...(method && { method }) } },
      idempotencyKey ? { idempotencyKey } : {},
    );
  const view = (orderId: string) => ticketing.viewOrder({ params: { festivalId, orderId }, query: { secret } });
  const buy = async (quantity = 1) => pay((await order((await hold(quantity)).id)).id);
  return { secret, hold, order, pay, view, buy };
}

export interface QuotaCount {
  capacity: number;
  sold: number;
  held: number;
}

export async function quotaOf(api: TestApi, { festivalId }: Shop): Promise<QuotaCount> {
  const { rows } = await api.ownerPool.query<QuotaCount>(
    'select capacity, sold, held from quota where festival_id = $1',
    [festivalId],
  );
  return rows[0] ?? { capacity: 0, sold: 0, held: 0 };
}

/** Sets the clock of everything that was held so far back by so many minutes. */
export async function letTimePass(api: TestApi, { festivalId }: Shop, minutes: number): Promise<void> {
  await api.ownerPool.query(
    `update basket set expires_at = expires_at - make_interval(mins => $2) where festival_id = $1`,
    [festivalId, minutes],
  );
  await api.ownerPool.query(
    `update ticket_order set pay_until = pay_until - make_interval(mins => $2) where festival_id = $1`,
    [festivalId, minutes],
  );
  await api.ownerPool.query(
    `update payment set changed_at = changed_at - make_interval(mins => $2) where festival_id = $1`,
    [festivalId, minutes],
  );
}

/** A note, a mass refund that was stopped, something given back beside tickets or by hand, and prices in another currency, on some order of a festival, written by the owner. */
export async function insertHandwork(
  api: TestApi,
  festivalId: string,
  { massRefundId, noteId }: { massRefundId: string; noteId: string },
): Promise<void> {
  await api.ownerPool.query(
    `insert into order_note (festival_id, id, order_id, text) select $1, $2, order_id, 'Called' from ticket where festival_id = $1 limit 1`,
    [festivalId, noteId],
  );
  await api.ownerPool.query(
    `insert into refund_line (festival_id, order_id, line_no, refund_id, amount, vat_amount)
     select festival_id, order_id, 1, id, 0, 0 from refund where festival_id = $1 limit 1`,
    [festivalId],
  );
  await api.ownerPool.query(
    `with owed as (
       insert into refund_by_hand (festival_id, refund_id, provider, amount, currency)
       select festival_id, id, 'on_site', 100, currency from refund where festival_id = $1 limit 1 returning *
     ), booked as (
       insert into ledger_entry (festival_id, id, kind, occurred_at, legs)
       select festival_id, md5('owed ' || refund_id)::uuid, 'REFUND_OWED', owed_at, legs_of_owed(provider, currency, amount) from owed
     ), shown as (
       insert into presentment_rate (festival_id, currency, rate) values ($1, 'CHF', 940000)
     )
     insert into order_presentment (festival_id, order_id, currency, rate, amount)
     select festival_id, order_id, 'CHF', 940000, 100 from ticket where festival_id = $1 limit 1`,
    [festivalId],
  );
  await api.ownerPool.query(
    `with asked as (
       insert into asked_of_buyers (festival_id, asked) values ($1, '{"names": "OPTIONAL", "changesUntil": null, "questions": [], "minors": []}')
       on conflict do nothing
     ), who as (
       insert into order_attendee (festival_id, order_id, line_no, nth)
       select festival_id, order_id, 100, 1 from ticket where festival_id = $1 limit 1
     )
     insert into order_answer (festival_id, order_id, line_no, nth, question_id, kind, label, value)
     select festival_id, order_id, 100, 1, $2, 'TEXT', '{}', '"walked past"' from ticket where festival_id = $1 limit 1`,
    [festivalId, noteId],
  );
  await api.ownerPool.query(
    `with begun as (
       insert into mass_refund (festival_id, id, status, keep, with_used, reason) values ($1, $2, 'STOPPED', '{"kind": "NOTHING"}', false, 'walked past'))
     insert into mass_refund_order (festival_id, mass_refund_id, order_id) select $1, $2, order_id from ticket where festival_id = $1 limit 1`,
    [festivalId, massRefundId],
  );
  await api.ownerPool.query(`insert into ticket_paper (festival_id, paper) values ($1, 'A4') on conflict do nothing`, [
    festivalId,
  ]);
  await api.ownerPool.query(
    `insert into ticket_link (festival_id, ticket_id, secret_hash)
     select festival_id, id, sha256(id::text::bytea) from ticket where festival_id = $1 limit 1`,
    [festivalId],
  );
  await api.ownerPool.query(
    `with key as (
       insert into festival_key (festival_id, number, public_key, sealed_private_key, retired_at, withdrawn_at)
       select $1, 1 + coalesce(max(number), 0), sha256('walked past'), '\\x00', now(), now() from festival_key where festival_id = $1 returning number),
     replaced as (
       insert into key_replacement (festival_id, key_number, reason, not_before, planned_at, done_at)
       select $1, number, 'walked past', now(), now(), now() from key returning key_number)
     insert into key_replacement_order (festival_id, key_number, order_id, sent_at)
     select $1, key_number, (select order_id from ticket where festival_id = $1 limit 1), now() from replaced`,
    [festivalId],
  );
}
