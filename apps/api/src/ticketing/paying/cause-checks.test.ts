/** What somebody who may write every table could falsify: the auditor sees each of it, whatever stays balanced. */
import type { Database } from '@festivals/database';
import { FestivalId } from '@festivals/domain/primitives';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFlaws, type Flaw } from '../../ledger/money-check.ts';
import { systemContext } from '../../platform/context.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { resolvePayments } from './resolve-payments.ts';
import { buyer, newSecret, openShop, type Shop } from '../testing.ts';

let api: TestApi;
let shop: Shop;
let owner: Kysely<Database>;
beforeAll(async () => {
  api = await startApi();
  owner = new Kysely<Database>({ dialect: new PostgresDialect({ pool: api.ownerPool }) });
  shop = await openShop(api, { capacity: 50 });
  await sellAndGiveBack();
});
afterAll(() => api.stop());

/** An order with a code whose first ticket went back for a fee, money that came for an order that was given up, a sale at the desk, a correction. */
async function sellAndGiveBack(): Promise<void> {
  const params = { festivalId: FestivalId.parse(shop.festivalId) };
  const { client: team } = await api.person({ roles: [{ ...params, role: 'ORGANISER' }] });
  const { ticketing } = api.client('site');
  await team.ticketing.createPromoCode({ params, body: { code: 'TEN', effect: 'PERCENT', value: 1000 } });
  const secret = newSecret();
  const wishes = { items: [{ ticketTypeId: shop.ticketTypeId, quantity: 2 }] };
  const order = await ticketing.buyTickets({
    body: {
      ...params,
      secret,
      wishes: { ...wishes, codes: ['TEN'] },
      email: 'ada@example.org',
      name: 'Ada',
      language: 'en',
      method: 'succeeds',
    },
  });
  await team.ticketing.refundOrder({
    params: { ...params, orderId: order.id },
    body: { ticketIds: [order.tickets[0]?.id ?? ''], reason: 'rain', keep: { kind: 'AMOUNT', amount: 500 } },
  });

  const late = buyer(api, shop);
  const { id: orderId } = await late.order((await late.hold()).id);
  await late.pay(orderId, 'three_d_secure');
  await team.ticketing.cancelOrder({ params: { ...params, orderId }, body: { reason: 'asked for' } });
  // The bank says yes all the same, and the worker asks it.
  await api.ownerPool.query(
    `alter table payment disable trigger payment_steps;
     update payment set status = 'PROCESSING', reason = null, changed_at = now() - interval '1 minute' where order_id = '${orderId}';
     alter table payment enable trigger payment_steps;
     update sandbox_charge set outcome = 'succeeded' where key = (select id::text from payment where order_id = '${orderId}')`,
  );
  await resolvePayments(systemContext(api.resources));

  await team.ticketing.sellAtDesk({ params, body: { wishes, total: 9000, language: 'en', means: 'CASH' } });
  const legs = [
    { account: 'CASH' as const, amount: 5 },
    { account: 'OTHER_INCOME' as const, amount: -5 },
  ];
  await team.ledger.correctLedger({ params, body: { reason: 'counted', legs } });
}

/** What the auditor sees of a falsification that nobody keeps. */
async function flawsAfter(forged: string): Promise<Flaw[]> {
  let flaws: Flaw[] = [];
  const undone = new Error('undone');
  await owner
    .transaction()
    .execute(async (tx) => {
      await sql`select set_config('app.festival', ${shop.festivalId}, true)`.execute(tx);
      for (const table of ['ledger_entry', 'payment', 'refund', 'ticket', 'ticket_order', 'refund_by_hand'])
        await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx);
      await sql.raw(forged).execute(tx);
      flaws = await findFlaws(tx);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return flaws;
}

const legs = (leg: string) =>
  `array(select row(${leg})::ledger_leg from unnest(legs) as l (account, subject, rate, currency, amount))`;

it('has nothing to say of what happened', async () => {
  expect(await flawsAfter('select 1')).toEqual([]);
});

it.each([
  [
    'uncaused_entry',
    `insert into ledger_entry select festival_id, gen_random_uuid(), 'ORDER_REFUNDED', opposite(legs), null, now() from ledger_entry where kind = 'CORRECTION'`,
  ],
  [
    'uncaused_entry',
    `insert into ledger_entry select festival_id, gen_random_uuid(), 'REPAID_BY_HAND', legs, null, now() from ledger_entry where kind = 'CORRECTION'`,
  ],
  ['lost_correction', `delete from ledger_entry where kind = 'CORRECTION'`],
  [
    'entry_of_other_money',
    `update ledger_entry set legs = ${legs(`account, subject, rate, 'USD', amount`)} where kind = 'ORDER_PAID'`,
  ],
  [
    'entry_of_other_money',
    `update ledger_entry set legs = ${legs(`account, case account when 'PROVIDER' then 'mollie' else subject end, rate, currency, amount`)} where kind = 'ORDER_REFUNDED'`,
  ],
  ['entry_of_other_money', `update payment set provider = 'stripe'`],
  ['entry_of_other_money', `update refund set currency = 'CHF'`],
  ['entry_of_other_money', `update basket set currency = 'GBP'`],
  [
    'vat_against_ledger',
    `update ledger_entry set legs = ${legs(`case account when 'VAT_COLLECTED' then 'OTHER_INCOME' else account end, subject, rate, currency, amount`)} where kind = 'ORDER_PAID'`,
  ],
  [
    'vat_against_ledger',
    `update ledger_entry set legs = ${legs(`account, subject, case account when 'VAT_COLLECTED' then 2100 else rate end, currency, amount`)} where kind = 'ORDER_PAID'`,
  ],
  ['late_money_against_ledger', `delete from ledger_entry where kind = 'LATE_MONEY_RETURNED'`],
  ['late_money_against_ledger', `update payment set amount = amount + 1 where status = 'REFUNDED'`],
  ['taken_by_hand_against_ledger', `delete from ledger_entry where kind = 'RECEIVED_BY_HAND'`],
  [
    'disputes_against_ledger',
    `insert into ledger_entry select festival_id, gen_random_uuid(), 'DISPUTE_OPENED', array[row('DISPUTED', 'stripe', 0, 'EUR', 900)::ledger_leg, row('PROVIDER', 'stripe', 0, 'EUR', -900)::ledger_leg], null, now() from ledger_entry where kind = 'CORRECTION'`,
  ],
  [
    'rounded_beyond_a_coin',
    `update ledger_entry set legs = ${legs(`case account when 'CASH' then 'CASH_ROUNDING' else account end, subject, rate, currency, amount`)} where kind = 'RECEIVED_BY_HAND'`,
  ],
  ['miscounted_basket', 'update basket set total = total + 1'],
  ['tickets_against_lines', `update ticket set line_no = line_no + 1`],
  ['tickets_against_refunds', `update ticket set status = 'SOLD' where status = 'REFUNDED'`],
  ['refund_against_price', 'update refund set kept = kept - 1'],
  ['line_against_codes', 'delete from basket_code'],
])('sees %s: %s', async (check, forged) => {
  expect((await flawsAfter(forged)).map((flaw) => flaw.check)).toContain(check);
});
