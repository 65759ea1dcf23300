/** The states that the guide tells of are those of the database: every step in it is possible, and no other. */
import { readFile } from 'node:fs/promises';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { buyer, insertHandwork, openShop, type Shop } from './testing.ts';
import { insertGuestList } from './guests/testing.ts';

const guide = await readFile(new URL('../../../../docs/guides/states.md', import.meta.url), 'utf8');

/** The steps of a chapter's first table, as `from → to`; `–` is the beginning. */
function stepsOf(chapter: string): Set<string> {
  const text = guide.split(`\n## ${chapter}\n`)[1]?.split('\n## ')[0] ?? '';
  const table = /(?:^\|.*\n?)+/m.exec(text)?.[0] ?? '';
  const rows = table.trim().split('\n').slice(2);
  const named = (cell = '') => cell.match(/[A-Z_]{3,}|–/g) ?? [];
  return new Set(
    rows.flatMap((row) => {
      const [, from, to] = row.split('|');
      return named(from).flatMap((one) => named(to).map((other) => `${one} → ${other}`));
    }),
  );
}

const machines = [
  { chapter: 'Order', table: 'ticket_order', trigger: 'order_steps' },
  { chapter: 'Payment', table: 'payment', trigger: 'payment_steps' },
  { chapter: 'Refund', table: 'refund', trigger: 'refund_steps' },
  { chapter: 'Refund of many orders', table: 'mass_refund', trigger: 'mass_refund_steps' },
  { chapter: 'Ticket', table: 'ticket', trigger: 'ticket_steps' },
  { chapter: 'Guest', table: 'guest', trigger: 'guest_steps', column: 'state' },
  { chapter: 'Dispute', table: 'dispute', trigger: 'dispute_steps' },
];

let api: TestApi;
let shop: Shop;
let orderId: string;
beforeAll(async () => {
  api = await startApi();
  shop = await openShop(api, { capacity: 10 });
  const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
  const order = await buyer(api, shop).buy(2);
  orderId = order.id;
  await client.ticketing.refundOrder({
    params: { festivalId: shop.festivalId, orderId },
    body: { ticketIds: order.tickets.slice(0, 1).map(({ id }) => id), reason: 'rain' },
  });
  await insertHandwork(api, shop.festivalId, { massRefundId: v7(), noteId: v7() });
  await insertGuestList(api, shop.festivalId);
  await api.ownerPool.query(
    `insert into dispute (festival_id, id, payment_id, provider, reference, status, amount, currency, reason)
     values ($1, $2, $3, 'stripe', 'dp_1', 'OPEN', 100, 'EUR', 'fraudulent')`,
    [shop.festivalId, v7(), order.payment?.id],
  );
});
afterAll(() => api.stop());

describe.each(machines)('the steps of: $chapter', ({ chapter, table, trigger, column = 'status' }) => {
  it('are those of the guide', async () => {
    const told = [...stepsOf(chapter)].filter((step) => !step.startsWith('–')).toSorted();
    const { rows } = await api.ownerPool.query<{ text: string }>(
      `select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1`,
      [`${table}_${column}_check`],
    );
    const states = rows[0]?.text.match(/(?<=')[A-Z_]+(?=')/g) ?? [];
    expect(states.length).toBeGreaterThan(1);
    const db = await api.ownerPool.connect();
    const possible: string[] = [];
    try {
      await db.query('begin');
      // Nothing but the steps themselves is tried here.
      await db.query('set constraints all deferred');
      for (const from of states)
        for (const to of states.filter((state) => state !== from)) {
          await db.query('savepoint before');
          await db.query(
            `alter table ${table} disable trigger user; alter table ${table} drop constraint if exists ${table}_check`,
          );
          await db.query(
            `alter table guest drop constraint guest_invited_holds, drop constraint guest_confirmed_has_order`,
          );
          await db.query(`update ${table} set ${column} = $2 where festival_id = $1`, [shop.festivalId, from]);
          await db.query(`alter table ${table} enable trigger ${trigger}`);
          const refusal = await db
            .query(`update ${table} set ${column} = $2 where festival_id = $1`, [shop.festivalId, to])
            .then(
              ({ rowCount }) => (rowCount === 0 ? 'nothing was there' : null),
              (error: Error) => error.message,
            );
          if (refusal === null) possible.push(`${from} → ${to}`);
          else expect(refusal).toMatch(/cannot go from/);
          await db.query('rollback to savepoint before');
        }
    } finally {
      await db.query('rollback');
      db.release();
    }
    expect(possible.toSorted()).toEqual(told);
  });
});

describe('the API', () => {
  const asApi = async (text: string, values: unknown[]) => {
    const db = await api.resources.pool.connect();
    try {
      await db.query('begin');
      await db.query(`select set_config('app.festival', $1, true)`, [shop.festivalId]);
      return await db.query(text, values).then(
        () => 'written',
        (error: Error) => error.message,
      );
    } finally {
      await db.query('rollback');
      db.release();
    }
  };
  const columns: Record<string, string> = {
    ticket_order: 'basket_id, reference, email, name, language, currency, total, placed_at, pay_until, paid_at',
    payment: 'order_id, provider, amount, currency',
    refund: 'order_id, payment_id, amount, currency, reason',
  };
  const copy = (table: string, status: string) =>
    `insert into ${table} (festival_id, id, status, ${columns[table]})
     select festival_id, gen_random_uuid(), '${status}', ${columns[table]} from ${table} where festival_id = $1 limit 1`;

  it.each([
    ['ticket_order', 'PAID'],
    ['ticket_order', 'EXPIRED'],
    ['payment', 'COMPLETED'],
    ['payment', 'REFUNDED'],
    ['refund', 'COMPLETED'],
  ])('begins no %s as %s', async (table, status) => {
    expect(await asApi(copy(table, status), [shop.festivalId])).toContain('cannot begin as');
  });

  it('changes, deletes or empties nothing of the books', async () => {
    for (const table of ['ledger_entry', 'ledger_sum', 'event']) {
      for (const deed of [`delete from ${table}`, `truncate ${table}`, `update ${table} set festival_id = festival_id`])
        expect([deed, await asApi(deed, [])]).toEqual([deed, expect.stringMatching(/permission denied/)]);
    }
  });
});
