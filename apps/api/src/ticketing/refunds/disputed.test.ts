/** Money that a buyer's bank has taken back: it is given back by nobody else, and everybody else's is. */
import { FestivalId } from '@festivals/domain/primitives';
import { auditFestival } from '../../ledger/audit-money.ts';
import { newestMessages } from '../../mail/mailbox.ts';
import { systemContext } from '../../platform/context.ts';
import { eventually } from '../../testing/eventually.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { record } from '../../platform/record.ts';
import { step } from '../../platform/transaction.ts';
import { writeDispute } from '../../payments/dispute-store.ts';
import { waitingSessions } from '../../testing/waiting-sessions.ts';
import { withoutGuard } from '../../testing/without-guard.ts';
import { buyer, openShop, quotaOf, type Shop } from '../testing.ts';
import { finishRefunds } from './give-back.ts';
import { insertRefunds } from './refund-store.ts';
import { runMassRefunds } from './run-mass-refunds.ts';
import { givenBack, refuseRefunds } from './testing.ts';

let api: TestApi;
let shop: Shop;
let finance: Awaited<ReturnType<TestApi['person']>>['client'];
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  shop = await openShop(api, { capacity: 50 });
  finance = (await api.person({ roles: [{ festivalId: shop.festivalId, role: 'FINANCE' }] })).client;
});

type Bought = Awaited<ReturnType<ReturnType<typeof buyer>['buy']>>;
const here = () => ({ festivalId: shop.festivalId });
const worker = () => systemContext(api.resources);

/** What is heard of a dispute of an order: the bank's word, how much, and whether it took the money. */
const dispute = (
  { id, payment }: Bought,
  status: 'OPEN' | 'WON' | 'LOST',
  { amount = payment?.amount ?? 0, withdrawn = true, reference = 'du_1' } = {},
) =>
  step(worker(), shop.festivalId as never, async (tx) => {
    const isNews = await writeDispute(
      tx,
      { provider: 'sandbox', reference, paymentId: payment?.id ?? '' },
      {
        chargeReferences: [],
        claims: null,
        status,
        amount,
        currency: 'EUR',
        reason: 'fraudulent',
        answerBy: null,
        withdrawn,
        fee: 0,
      },
    );
    const after = { payment: payment?.id, status, amount, reason: 'fraudulent', withdrawn };
    if (isNews) await record(tx, worker(), { name: 'payments.dispute_changed', subjectId: id, after });
    return isNews;
  });
const refund = ({ id, tickets }: Bought, { many = tickets.length, more = {} } = {}) =>
  finance.ticketing.refundOrder({
    params: { ...here(), orderId: id },
    body: { ticketIds: tickets.slice(0, many).map((ticket) => ticket.id), reason: 'ill', ...more },
  });
const refused = { name: 'PAYMENT_DISPUTED', status: 409 };
const given = async () => (await givenBack(api, shop.festivalId)).amount;

describe('an order whose payment is in dispute', () => {
  it('is refunded by nobody, neither whole nor in part, while the bank has the money', async () => {
    const order = await buyer(api, shop).buy(2);
    await dispute(order, 'OPEN');
    expect(await refusalOf(refund(order))).toMatchObject(refused);
    expect(await refusalOf(refund(order, { many: 1 }))).toMatchObject(refused);
    expect(await given()).toBe(0);
    expect(await quotaOf(api, shop)).toMatchObject({ sold: 2 });
  });

  it('is refunded once the bank has given the money again', async () => {
    const order = await buyer(api, shop).buy(2);
    await dispute(order, 'OPEN');
    await dispute(order, 'WON');
    await expect(refund(order)).resolves.toMatchObject({ status: 'COMPLETED', amount: 9000 });
    expect(await given()).toBe(9000);
  });

  it('is never refunded once it was lost, but its tickets can be taken back for nothing', async () => {
    const order = await buyer(api, shop).buy(1);
    await dispute(order, 'LOST');
    expect(await refusalOf(refund(order))).toMatchObject(refused);
    const more = { keep: { kind: 'PART', rate: 10_000 } };
    await expect(refund(order, { more })).resolves.toMatchObject({ status: 'COMPLETED', amount: 0 });
    expect(await given()).toBe(0);
    expect(await quotaOf(api, shop)).toMatchObject({ sold: 0 });
  });

  it('gives back what is left when a part of it was lost', async () => {
    const order = await buyer(api, shop).buy(2);
    await dispute(order, 'LOST', { amount: 4500 });
    expect(await refusalOf(refund(order))).toMatchObject(refused);
    await expect(refund(order, { many: 1 })).resolves.toMatchObject({ amount: 4500 });
    expect(await refusalOf(refund({ ...order, tickets: order.tickets.slice(1) }))).toMatchObject(refused);
    expect(await given()).toBe(4500);
  });

  it('is refunded where the bank only asked, until it takes the money', async () => {
    const order = await buyer(api, shop).buy(2);
    await dispute(order, 'OPEN', { withdrawn: false });
    await expect(refund(order, { many: 1 })).resolves.toMatchObject({ amount: 4500 });
    expect(await dispute(order, 'OPEN')).toBe(true);
    expect(await dispute(order, 'OPEN', { withdrawn: false })).toBe(false);
    expect(await refusalOf(refund({ ...order, tickets: order.tickets.slice(1) }))).toMatchObject(refused);
  });

  it('has a refund wait that was asked for before, and go on by itself when the dispute is won', async () => {
    const order = await buyer(api, shop).buy(1);
    const accept = await refuseRefunds(api, order.payment?.id);
    const { id } = await refund(order);
    await accept();
    await dispute(order, 'OPEN');
    await finance.ticketing.retryRefund({ params: { ...here(), refundId: id } });
    await finishRefunds(worker());
    expect(await finance.ticketing.listRefusedRefunds({ params: here() })).toMatchObject([
      { refundId: id, failure: 'ticketing.payment_disputed' },
    ]);
    expect(await given()).toBe(0);

    await dispute(order, 'WON');
    await api.runJobsOnce();
    await finishRefunds(worker());
    expect(await finance.ticketing.listRefusedRefunds({ params: here() })).toEqual([]);
    expect(await given()).toBe(4500);
  });

  /** A refund that its provider could not give, and a bank that has taken the money since. */
  const waits = async (quantity: number, email: string, amount = quantity * 4_500) => {
    const order = await buyer(api, shop, email).buy(quantity);
    const accept = await refuseRefunds(api, order.payment?.id);
    await refund(order);
    await accept();
    await dispute(order, 'OPEN', { amount });
    return order;
  };
  const waiting = () => finance.ticketing.listRefusedRefunds({ params: here() });
  const settle = async () => {
    await api.runJobsOnce();
    await finishRefunds(worker());
    await api.runJobsOnce();
  };

  it('has a refund end for nothing that waited until the bank kept all of it: nobody waits, nobody comes in, and the buyer is told', async () => {
    const email = `${crypto.randomUUID()}@example.org`;
    const order = await waits(2, email);
    expect(await waiting()).toHaveLength(1);
    await dispute(order, 'LOST');
    await settle();
    expect(await waiting()).toEqual([]);
    expect(await given()).toBe(0);
    const params = { ...here(), orderId: order.id };
    expect(await finance.ticketing.getOrder({ params })).toMatchObject({
      status: 'REFUNDED',
      tickets: [{ status: 'REFUNDED' }, { status: 'REFUNDED' }],
    });
    expect(await finance.ticketing.listRefunds({ params })).toMatchObject([{ status: 'COMPLETED', amount: 0 }]);
    expect(await quotaOf(api, shop)).toMatchObject({ sold: 0 });
    const { moments } = await finance.ticketing.getOrderStory({ params });
    expect(moments.map(({ name }) => name)).toContain('ticketing.refund_cut');
    const mails = (await newestMessages(api.resources.env.FESTIVALS_DATA)).filter(({ to }) => to === email);
    const about = mails.filter(({ text }) => text.includes('can no longer be used'));
    expect(about).toMatchObject([{ text: expect.stringContaining('Your bank has given you the money back already') }]);
    expect(about[0]?.text).not.toContain('the way it came');
    expect(await auditFestival(worker(), FestivalId.parse(shop.festivalId))).toEqual([]);
  });

  it('has a refund give back what the bank left', async () => {
    const order = await waits(2, 'half@example.org', 6_000);
    await dispute(order, 'LOST', { amount: 6_000 });
    await settle();
    expect(await waiting()).toEqual([]);
    expect(await given()).toBe(3_000);
    const params = { ...here(), orderId: order.id };
    expect(await finance.ticketing.listRefunds({ params })).toMatchObject([{ status: 'COMPLETED', amount: 3_000 }]);
    expect(await auditFestival(worker(), FestivalId.parse(shop.festivalId))).toEqual([]);
  });

  it('has a refund wait on where one dispute is lost and another goes on', async () => {
    const order = await waits(2, 'twice@example.org', 4_500);
    await dispute(order, 'OPEN', { reference: 'du_2', amount: 4_500 });
    await dispute(order, 'LOST', { amount: 4_500 });
    await settle();
    expect(await waiting()).toMatchObject([{ amount: 9_000, failure: 'ticketing.payment_disputed' }]);
    await dispute(order, 'WON', { reference: 'du_2', amount: 4_500 });
    await settle();
    expect(await waiting()).toEqual([]);
    expect(await given()).toBe(4_500);
  });

  it('is guarded by the database as well: a refund that looked before the bank took is not written after', async () => {
    const order = await buyer(api, shop).buy(1);
    await dispute(order, 'OPEN');
    const written = step(worker(), shop.festivalId as never, (tx) =>
      insertRefunds(tx, [
        {
          id: crypto.randomUUID(),
          orderId: order.id,
          paymentId: order.payment?.id ?? '',
          amount: 4500,
          kept: 0,
          currency: 'EUR',
          reason: 'careless',
          askedBy: null,
          massRefundId: null,
          parts: [],
          extras: [],
        },
      ]),
    );
    await expect(written).rejects.toThrow('ticketing.payment_disputed');
  });

  it.each([
    ['waits for whoever is writing the dispute', '', 'PAYMENT_DISPUTED'],
    ['would not wait without the lock: this test can fail', ' for no key update', 'COMPLETED'],
  ])('%s', async (_, guard, outcome) => {
    const order = await buyer(api, shop).buy(2);
    await withoutGuard(api, { name: 'refund_stays_within_payment', guard }, async () => {
      const bank = await api.ownerPool.connect();
      await bank.query('begin');
      await bank.query('select from payment where festival_id = $1 and id = $2 for no key update', [
        shop.festivalId,
        order.payment?.id,
      ]);
      await bank.query(
        `insert into dispute (festival_id, id, payment_id, provider, reference, status, amount, currency, reason)
         values ($1, new_id(), $2, 'sandbox', 'du_race', 'OPEN', 9000, 'EUR', 'fraudulent')`,
        [shop.festivalId, order.payment?.id],
      );
      const asked = refund(order, { many: 1 }).then(
        ({ status }) => status,
        (error: Error) => error.name,
      );
      if (guard === '') await eventually(async () => expect(await waitingSessions(api)).toBeGreaterThan(0));
      else await asked;
      await bank.query('commit');
      bank.release();
      expect(await asked).toBe(outcome);
    });
  });
});

describe('a mass refund', () => {
  const all = { ticketTypeId: null, keep: { kind: 'NOTHING' as const }, withUsed: false };
  const plan = () => finance.ticketing.planMassRefund({ params: here(), body: all });
  const start = async () => {
    const { orders, amount } = await plan();
    const body = { ...all, reason: 'The storm', expected: { orders, amount } };
    return finance.ticketing.startMassRefund({ params: here(), body });
  };
  const now = async () => (await finance.ticketing.listMassRefunds({ params: here() }))[0];

  it('leaves an order in dispute alone, says so, and gives all others back', async () => {
    const [one, other] = [await buyer(api, shop).buy(2), await buyer(api, shop).buy(1)];
    await dispute(one, 'OPEN');
    expect(await plan()).toMatchObject({ orders: 1, tickets: 1, amount: 4500, disputed: 1 });
    const { id } = await start();
    await runMassRefunds(worker());
    await runMassRefunds(worker());
    expect(await now()).toMatchObject({ status: 'DONE', orders: 2, done: 1, failing: 1, amount: 4500 });
    const params = { ...here(), massRefundId: id };
    const { items } = await finance.ticketing.listRefundFailures({ params, query: { limit: 10 } });
    expect(items).toEqual([
      {
        orderId: one.id,
        reference: one.reference,
        name: 'Ada Visitor',
        amount: 9000,
        currency: 'EUR',
        reason: 'ticketing.payment_disputed',
        attempts: 0,
        nextTryAt: null,
      },
    ]);
    expect(await finance.ticketing.getOrder({ params: { ...here(), orderId: other.id } })).toMatchObject({
      status: 'REFUNDED',
    });

    // Tried again while it lasts, nothing happens; once it is won, the money goes back.
    const again = () => finance.ticketing.steerMassRefund({ params, body: { deed: 'retry' } });
    expect(await again()).toMatchObject({ status: 'DONE', failing: 1 });
    await dispute(one, 'WON');
    expect(await again()).toMatchObject({ status: 'RUNNING', failing: 0 });
    await runMassRefunds(worker());
    await runMassRefunds(worker());
    expect(await now()).toMatchObject({ status: 'DONE', done: 2, failing: 0, amount: 13_500 });
    expect(await given()).toBe(13_500);
  });

  it('is told of a dispute that came after it began', async () => {
    const order = await buyer(api, shop).buy(1);
    await start();
    await dispute(order, 'OPEN');
    await runMassRefunds(worker());
    await runMassRefunds(worker());
    expect(await now()).toMatchObject({ status: 'DONE', done: 0, failing: 1, amount: 0 });
    expect(await given()).toBe(0);
  });

  it('of nothing but disputed orders is not begun', async () => {
    await dispute(await buyer(api, shop).buy(1), 'LOST');
    expect(await refusalOf(start())).toMatchObject({ name: 'NOTHING_TO_REFUND' });
  });
});
