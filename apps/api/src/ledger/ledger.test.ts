import { ApiError } from '@festivals/contract';
import { shownBalance } from '@festivals/domain/ledger/chart';
import type { AccountSum, LedgerEntry } from '@festivals/domain/ledger/contract';
import { splitVat } from '@festivals/domain/money';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemContext } from '../platform/context.ts';
import { step } from '../platform/transaction.ts';
import { allEnded } from '../testing/all-ended.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { buyer, openShop, type Shop } from '../ticketing/testing.ts';
import { auditFestival, auditMoney } from './audit-money.ts';
import { rollUpLedger } from './roll-up-ledger.ts';
import { book, type Booking } from './store.ts';

let api: TestApi;
let shop: Shop;
let finance: Awaited<ReturnType<TestApi['person']>>;
const ctx = () => systemContext(api.resources);

beforeAll(async () => {
  api = await startApi({ falsifies: true });
  shop = await openShop(api, { capacity: 500 });
  finance = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'FINANCE' }] });
});
afterAll(() => api.stop());

const inFestival = () => ({ params: { festivalId: shop.festivalId } });
const sums = (query = {}) => finance.client.ledger.getLedgerSums({ ...inFestival(), query });
const journal = (query = {}) => finance.client.ledger.listLedgerEntries({ ...inFestival(), query });
const balanceOf = (rows: readonly AccountSum[], account: AccountSum['account']) =>
  rows.filter((row) => row.account === account).reduce((sum, row) => sum + row.debit - row.credit, 0);
const nameOf = async (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: unknown) => (error instanceof ApiError ? error.name : String(error)),
  );

describe('a ticket that is paid', () => {
  it('is an entry: the provider has the money, the type has earned its net, the state is owed the tax', async () => {
    const before = await sums();
    const { total, tickets, lines } = await buyer(api, shop).buy(3);
    const [{ vat: rate } = { vat: 0 }] = lines;
    const { net, vat } = splitVat(total, rate);
    expect(tickets).toHaveLength(3);
    const after = await sums();
    const moved = (account: AccountSum['account']) => balanceOf(after, account) - balanceOf(before, account);
    expect([moved('PROVIDER'), moved('TICKET_SALES'), moved('VAT_COLLECTED')]).toEqual([total, -net, -vat]);
    const [entry] = (await journal()).items;
    expect(entry).toMatchObject({ kind: 'ORDER_PAID', reason: null });
    expect(entry?.legs.map(({ amount }) => amount).reduce((sum, amount) => sum + amount, 0)).toBe(0);
  });

  it('stands in the sums at once, and the same once the roller has come by, however often', async () => {
    const ahead = await sums();
    await allEnded(api.ownerPool);
    await Promise.all([rollUpLedger(ctx()), rollUpLedger(ctx()), rollUpLedger(ctx())]);
    await rollUpLedger(ctx());
    expect(await sums()).toEqual(ahead);
    expect(ahead.reduce((sum, row) => sum + row.debit - row.credit, 0)).toBe(0);
  });

  it('is found on its own day and on no other', async () => {
    expect(await sums({ until: '2020-01-01' })).toEqual([]);
    expect((await sums({ from: '2020-01-01' })).length).toBeGreaterThan(0);
  });
});

describe('the books', () => {
  const leg = (account: LedgerEntry['legs'][number]['account'], amount: number) => ({
    account,
    amount,
    subject: '',
    rate: 0,
    currency: 'EUR' as const,
  });
  const booking = (amount: number, id = v7()): Booking => ({
    id,
    kind: 'CORRECTION',
    reason: 'a test',
    occurredAt: new Date(),
    legs: [leg('BANK', amount), leg('CASH', -amount)],
  });
  const bookAll = (bookings: readonly Booking[]) =>
    step(ctx(), shop.festivalId, (tx) => book(tx, shop.festivalId, bookings));

  it('take an entry once, know it again, and say when another one comes under its id', async () => {
    const first = booking(700);
    expect([...(await bookAll([first])).values()]).toEqual(['BOOKED']);
    expect([...(await bookAll([first])).values()]).toEqual(['KNOWN']);
    expect([...(await bookAll([booking(701, first.id)])).values()]).toEqual(['DIFFERS']);
    expect((await journal({ unusual: true })).items.filter(({ id }) => id === first.id)).toHaveLength(1);
  });

  it('book each once when batches that overlap come at the same time, in any order, and never wait for each other', async () => {
    const before = balanceOf(await sums(), 'BANK');
    const all = Array.from({ length: 200 }, () => booking(1));
    const batches = Array.from({ length: 12 }, (_, turn) =>
      (turn % 2 ? all : all.toReversed()).slice(turn, 150 + turn),
    );
    const outcomes = await Promise.all(batches.map(bookAll));
    const booked = outcomes.flatMap((outcome) => [...outcome].flatMap(([id, what]) => (what === 'BOOKED' ? [id] : [])));
    expect(new Set(booked).size).toBe(booked.length);
    expect(outcomes.flatMap((outcome) => [...outcome.values()]).filter((what) => what === 'DIFFERS')).toEqual([]);
    expect(balanceOf(await sums(), 'BANK') - before).toBe(booked.length);
  });

  it.each([
    ['one leg', [leg('BANK', 5)]],
    ['no legs', []],
    ['legs that do not come to zero', [leg('BANK', 5), leg('CASH', -4)]],
    ['a leg of nothing', [leg('BANK', 0), leg('CASH', 0)]],
    ['currencies that only balance together', [leg('BANK', 5), { ...leg('CASH', -5), currency: 'CHF' as const }]],
  ])('cannot hold an entry with %s, whoever writes it', async (_, legs) => {
    await expect(bookAll([{ ...booking(1), legs }])).rejects.toThrow(/ledger_entry_balanced/);
  });

  it('cannot be changed, not by their owner either', async () => {
    for (const statement of ['update ledger_entry set occurred_at = now()', 'delete from ledger_entry']) {
      await expect(api.ownerPool.query(statement)).rejects.toThrow('the ledger is never changed');
    }
    await expect(api.resources.pool.query('update ledger_entry set kind = kind')).rejects.toThrow('permission denied');
  });
});

describe('a correction', () => {
  const correct = (legs: { account: LedgerEntry['legs'][number]['account']; amount: number }[], key?: string) =>
    finance.client.ledger.correctLedger(
      { ...inFestival(), body: { reason: 'Counted the cash box', legs } },
      key === undefined ? {} : { idempotencyKey: key },
    );

  it('stands beside what it corrects, with its reason, and in the trail', async () => {
    const made = await correct([
      { account: 'CASH', amount: 250 },
      { account: 'OTHER_INCOME', amount: -250 },
    ]);
    expect((await journal({ unusual: true })).items[0]).toMatchObject({ id: made.id, reason: 'Counted the cash box' });
    const rows = (await sums()).filter(({ account }) => account === 'OTHER_INCOME');
    expect(rows.map(({ account, debit, credit }) => shownBalance(account, debit, credit))).toEqual([250]);
    const { rows: events } = await api.ownerPool.query(
      `select actor_id from event where subject_id = $1 and name = 'ledger.corrected'`,
      [made.id],
    );
    expect(events).toEqual([{ actor_id: finance.id }]);
  });

  it('is booked once for one key', async () => {
    const legs = [
      { account: 'BANK' as const, amount: 90 },
      { account: 'CASH' as const, amount: -90 },
    ];
    const [first, second] = [await correct(legs, 'correct-key-01'), await correct(legs, 'correct-key-01')];
    expect(second).toEqual(first);
  });

  it('is refused when it does not balance, and says by how much', async () => {
    const refused = correct([
      { account: 'CASH', amount: 250 },
      { account: 'BANK', amount: -249 },
    ]);
    await expect(refused).rejects.toMatchObject({
      name: 'UNBALANCED',
      status: 400,
      details: { missing: [{ currency: 'EUR', amount: 1 }] },
    });
  });

  it('of another currency than the festival’s is refused, rather than booked in its own', async () => {
    const legs = [
      { account: 'CASH' as const, amount: 250, currency: 'USD' },
      { account: 'BANK' as const, amount: -250, currency: 'USD' },
    ];
    await expect(correct(legs)).rejects.toMatchObject({ name: 'VALIDATION_FAILED', status: 400 });
  });

  it('is nothing for who may only look at orders, and the ledger is nothing for who may not see money', async () => {
    for (const role of ['PROGRAMMER', 'STAFF', 'SECURITY', 'CASHIER'] as const) {
      const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role }] });
      expect(await nameOf(client.ledger.getLedgerSums({ ...inFestival(), query: {} }))).toBe('FORBIDDEN');
    }
  });
});

describe('the journal', () => {
  it('comes page by page, newest first, each entry once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await journal({ limit: 50, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...items.map(({ id }) => id));
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(150);
  });

  it('goes out as a file, a line a posting, that adds up', async () => {
    const file = await finance.client.lists.exportList({
      params: { ...inFestival().params, list: 'ledger' },
      query: { mark: false },
    });
    const [heading, ...lines] = (await file.text()).trim().split('\r\n');
    expect(heading?.split(',').slice(0, 5)).toEqual(['Entry', 'What', 'When', 'No.', 'Account']);
    const column = (at: number) => lines.reduce((sum, line) => sum + Math.round(Number(line.split(',')[at]) * 100), 0);
    expect(column(7)).toBeGreaterThan(0);
    expect(column(7)).toBe(column(8));
  });

  it('shows nothing of another festival', async () => {
    const other = await openShop(api, { capacity: 5 });
    await buyer(api, other).buy();
    const ids = (await journal({ limit: 200 })).items.map(({ id }) => id);
    const { rows } = await api.ownerPool.query('select id from ledger_entry where festival_id = $1', [
      other.festivalId,
    ]);
    expect(rows).toHaveLength(1);
    expect(ids).not.toContain(rows[0]?.id);
    expect(
      await nameOf(finance.client.ledger.getLedgerSums({ params: { festivalId: other.festivalId }, query: {} })),
    ).toBe('FORBIDDEN');
  });
});

describe('the auditor', () => {
  it('has nothing to say of books that agree', async () => {
    expect(await auditFestival(ctx(), shop.festivalId)).toEqual([]);
  });

  /** What somebody who may write every table could do, and which check sees it. */
  const forgeries: readonly [check: string, forged: string, mended: string][] = [
    ['miscounted_quota', 'update quota set sold = sold + 1', 'update quota set sold = sold - 1'],
    [
      'miscounted_order',
      `update ticket_order set total = total + 1 where status = 'PAID'`,
      `update ticket_order set total = total - 1 where status = 'PAID'`,
    ],
    [
      'order_against_payments',
      `update payment set amount = amount - 1 where status = 'COMPLETED'`,
      `update payment set amount = amount + 1 where status = 'COMPLETED'`,
    ],
    [
      'payment_against_ledger',
      `update payment set amount = amount + 5 where status = 'COMPLETED'`,
      `update payment set amount = amount - 5 where status = 'COMPLETED'`,
    ],
    [
      'revenue_against_ledger',
      'update basket_line set vat_amount = vat_amount + 1',
      'update basket_line set vat_amount = vat_amount - 1',
    ],
    ['wrong_sum', 'update ledger_sum set debit = debit + 1', 'update ledger_sum set debit = debit - 1'],
  ];

  it.each(forgeries)('finds a forged row: %s', async (check, forged, mended) => {
    await allEnded(api.ownerPool);
    await rollUpLedger(ctx());
    await api.ownerPool.query(forged);
    const flaws = await auditFestival(ctx(), shop.festivalId);
    await auditMoney(ctx());
    await api.ownerPool.query(mended);
    expect(flaws.map((flaw) => flaw.check)).toContain(check);
    const { rowCount } = await api.ownerPool.query(
      `select from event where festival_id = $1 and name = 'ledger.flaws_found'`,
      [shop.festivalId],
    );
    expect(rowCount).toBeGreaterThan(0);
    expect(await auditFestival(ctx(), shop.festivalId)).toEqual([]);
  });
});
