/** Money that comes when it should not: too late, twice, or for a festival that is no more. It buys a ticket or it goes back. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mayBecome } from '@festivals/domain/payments/rules';
import { PaymentStatus } from '@festivals/domain/payments/schemas';
import { newestMessages } from '../../mail/mailbox.ts';
import { systemContext } from '../../platform/context.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { releaseAllExpired } from '../sale/expiry.ts';
import { resolvePayments } from './resolve-payments.ts';
import { buyer, letTimePass, openShop, quotaOf, type Shop } from '../testing.ts';

let api: TestApi;
let shop: Shop;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  shop = await openShop(api, { capacity: 2 });
});

const ordered = async (quantity = 1) => {
  const visitor = buyer(api, shop);
  return { ...visitor, id: (await visitor.order((await visitor.hold(quantity)).id)).id };
};
const answerBank = (visitor: { id: string; secret: string }, paymentId: string, approve = true, key?: string) =>
  api.client('site').ticketing.authenticatePayment(
    {
      params: { festivalId: shop.festivalId, orderId: visitor.id, paymentId },
      body: { secret: visitor.secret, approve },
    },
    key ? { idempotencyKey: key } : {},
  );
/** The slow bank has made up its mind, and the worker asks it. */
const bankSettles = async () => {
  await api.ownerPool.query(`update sandbox_charge set settles_at = now() where outcome = 'processing'`);
  await api.ownerPool.query(
    `update payment set changed_at = now() - interval '1 minute' where festival_id = $1 and status = 'PROCESSING'`,
    [shop.festivalId],
  );
  await resolvePayments(systemContext(api.resources));
};
const chargesOf = async (orderId: string): Promise<string[]> => {
  const { rows } = await api.ownerPool.query<{ outcome: string }>(
    'select c.outcome from sandbox_charge c join payment p on p.id::text = c.key where p.order_id = $1 order by p.started_at',
    [orderId],
  );
  return rows.map(({ outcome }) => outcome);
};
const moveTo = (status: string) =>
  api.ownerPool.query('update festival set status = $2 where id = $1', [shop.festivalId, status]);
/** As when the provider's answer was overtaken by the clock: the order is over though its payment is under way. */
const expireUnderway = async (orderId: string) => {
  await api.ownerPool.query(`update payment set status = 'PENDING' where order_id = $1 and status = 'PROCESSING'`, [
    orderId,
  ]);
  await letTimePass(api, shop, 30);
  await releaseAllExpired(systemContext(api.resources));
  await api.ownerPool.query(
    `alter table payment disable trigger payment_steps; update payment set status = 'PROCESSING', reason = null where order_id = '${orderId}';
     alter table payment enable trigger payment_steps`,
  );
};

describe('after the order expired', () => {
  it('takes places again where there are some', async () => {
    const late = await ordered();
    await late.pay(late.id, 'slow');
    await expireUnderway(late.id);
    expect((await late.view(late.id)).status).toBe('EXPIRED');
    await buyer(api, shop).hold();
    await bankSettles();
    expect(await late.view(late.id)).toMatchObject({ status: 'PAID', payment: { status: 'COMPLETED' }, tickets: [{}] });
    expect(await quotaOf(api, shop)).toEqual({ capacity: 2, sold: 1, held: 1 });
  });

  it('goes back where the places went to others, and the order says so', async () => {
    const late = await ordered(2);
    await late.pay(late.id, 'slow');
    await expireUnderway(late.id);
    await buyer(api, shop).buy(1);
    await bankSettles();
    expect(await chargesOf(late.id)).toEqual(['refunded']);
    expect(await late.view(late.id)).toMatchObject({
      status: 'EXPIRED',
      payment: { status: 'REFUNDED', reason: 'ticketing.sold_out' },
      tickets: [],
    });
    expect(await quotaOf(api, shop)).toEqual({ capacity: 2, sold: 1, held: 0 });
  });

  it('is not taken when the payer answers the bank too late', async () => {
    const late = await ordered();
    const asked = await late.pay(late.id, 'three_d_secure');
    await letTimePass(api, shop, 30);
    await releaseAllExpired(systemContext(api.resources));
    expect(await refusalOf(answerBank(late, asked.payment?.id ?? ''))).toMatchObject({
      name: 'NOTHING_TO_AUTHENTICATE',
    });
    expect(await chargesOf(late.id)).toEqual(['requires_action']);
  });
});

describe('the payer answers the bank and the server dies', () => {
  it('before the answer was booked: it is found out, and a second card is not charged meanwhile', async () => {
    const visitor = await ordered();
    const asked = await visitor.pay(visitor.id, 'three_d_secure');
    const paymentId = asked.payment?.id ?? '';
    await api.ownerPool.query('select resume_payment($1, $2, null, null, null)', [shop.festivalId, paymentId]);
    await api.ownerPool.query(`update sandbox_charge set outcome = 'succeeded' where key = $1`, [paymentId]);
    expect(await refusalOf(visitor.pay(visitor.id))).toMatchObject({ name: 'IN_PROGRESS' });
    await bankSettles();
    expect(await visitor.view(visitor.id)).toMatchObject({ status: 'PAID', tickets: [{}] });
    expect(await chargesOf(visitor.id)).toEqual(['succeeded']);
  });

  it('before the bank was asked: the question stands again', async () => {
    const visitor = await ordered();
    const asked = await visitor.pay(visitor.id, 'three_d_secure');
    const paymentId = asked.payment?.id ?? '';
    await api.ownerPool.query('select resume_payment($1, $2, null, null, null)', [shop.festivalId, paymentId]);
    await bankSettles();
    expect(await visitor.view(visitor.id)).toMatchObject({ payment: { status: 'PENDING', action: 'authenticate' } });
    expect(await answerBank(visitor, paymentId)).toMatchObject({ status: 'PAID' });
  });

  it('yes and no at once: one of them counts, and neither finds nothing', async () => {
    const visitor = await ordered();
    const asked = await visitor.pay(visitor.id, 'three_d_secure');
    const answers = await Promise.allSettled(
      [true, false, true, false].map((approve) => answerBank(visitor, asked.payment?.id ?? '', approve)),
    );
    const { status } = await visitor.view(visitor.id);
    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason.name)] : []));
    expect(refusals.filter((name) => name !== 'DECLINED' && name !== 'NOTHING_TO_AUTHENTICATE')).toEqual([]);
    expect(status).toBe(refusals.length < 4 ? 'PAID' : 'AWAITING_PAYMENT');
    expect(await chargesOf(visitor.id)).toEqual([status === 'PAID' ? 'succeeded' : 'declined']);
  });
});

describe.each(['CANCELLED', 'COMPLETED'])('a festival that is %s meanwhile', (status) => {
  it('sells nothing of what is held', async () => {
    const visitor = buyer(api, shop);
    const basket = await visitor.hold();
    const order = await ordered();
    await moveTo(status);
    expect(await refusalOf(visitor.order(basket.id))).toMatchObject({ name: 'SALES_CLOSED' });
    expect(await refusalOf(order.pay(order.id))).toMatchObject({ name: 'SALES_CLOSED' });
    expect(await chargesOf(order.id)).toEqual([]);
  });

  it('gives back money that was under way', async () => {
    const visitor = await ordered();
    await visitor.pay(visitor.id, 'slow');
    await moveTo(status);
    await bankSettles();
    expect(await chargesOf(visitor.id)).toEqual(['refunded']);
    expect(await visitor.view(visitor.id)).toMatchObject({
      payment: { status: 'REFUNDED', reason: 'ticketing.sales_closed' },
      tickets: [],
    });
    await api.runJobsOnce();
    const mails = await newestMessages(api.resources.env.FESTIVALS_DATA);
    expect(mails.filter(({ subject, text }) => /money/.test(subject) && text.includes(visitor.id))).toHaveLength(1);
  });
});

describe('the same key again', () => {
  it.each(['three_d_secure', 'slow'] as const)(
    'is answered the same after %s, before and after it is paid',
    async (method) => {
      const visitor = await ordered();
      const key = `pay-${method}-0001`;
      const first = await visitor.pay(visitor.id, method, key);
      expect(await visitor.pay(visitor.id, method, key)).toEqual(first);
      if (method === 'slow') await bankSettles();
      else await answerBank(visitor, first.payment?.id ?? '', true, 'bank-answer-0001');
      expect((await visitor.view(visitor.id)).status).toBe('PAID');
      expect(await visitor.pay(visitor.id, method, key)).toEqual(first);
      expect(await refusalOf(visitor.pay(visitor.id, 'succeeds', key))).toMatchObject({
        name: 'IDEMPOTENCY_KEY_REUSED',
      });
      expect(await chargesOf(visitor.id)).toEqual(['succeeded'].map((one) => (method === 'slow' ? 'processing' : one)));
    },
  );

  it('is free again after a refusal, and charges once', async () => {
    const visitor = await ordered();
    const pay = () => refusalOf(visitor.pay(visitor.id, 'declined', 'pay-declined-1'));
    expect([await pay(), await pay()]).toMatchObject([{ name: 'DECLINED' }, { name: 'DECLINED' }]);
    expect(await visitor.pay(visitor.id, 'succeeds', 'pay-declined-2')).toMatchObject({ status: 'PAID' });
    expect(await chargesOf(visitor.id)).toEqual(['declined', 'declined', 'succeeded']);
  });

  it('belongs to one order and one caller', async () => {
    const [one, other] = [await ordered(), await ordered()];
    const key = 'one-key-for-all-1';
    const [paid, paidToo] = [await one.pay(one.id, 'succeeds', key), await other.pay(other.id, 'succeeds', key)];
    expect([paid.id, paidToo.id]).toEqual([one.id, other.id]);
    expect(await quotaOf(api, shop)).toMatchObject({ sold: 2, held: 0 });
  });
});

it('two cards at once on one order: one is charged for good', async () => {
  for (let turn = 0; turn < 2; turn += 1) {
    const visitor = await ordered();
    await Promise.allSettled(
      (['succeeds', 'three_d_secure', 'slow', 'succeeds'] as const).map((method) => visitor.pay(visitor.id, method)),
    );
    await bankSettles();
    expect(
      (await chargesOf(visitor.id)).filter((outcome) => outcome === 'succeeded' || outcome === 'processing').length,
    ).toBeLessThanOrEqual(1);
  }
});

it('the database allows exactly the steps of a payment that the rules name', async () => {
  const visitor = await ordered();
  await visitor.pay(visitor.id, 'three_d_secure');
  const wrong: string[] = [];
  for (const from of PaymentStatus.options) {
    for (const to of PaymentStatus.options.filter((one) => one !== from)) {
      await api.ownerPool.query(
        `alter table payment disable trigger payment_steps; update payment set status = '${from}' where order_id = '${visitor.id}';
         alter table payment enable trigger payment_steps`,
      );
      const stepped = await api.ownerPool
        .query('update payment set status = $2 where order_id = $1', [visitor.id, to])
        .then(
          () => true,
          () => false,
        );
      if (stepped !== mayBecome(from, to)) wrong.push(`${from} → ${to}`);
    }
  }
  // What nobody was paid back is not left as if they were: the books are audited.
  await api.ownerPool.query(
    `alter table payment disable trigger payment_steps; update payment set status = 'FAILED' where order_id = '${visitor.id}';
     alter table payment enable trigger payment_steps`,
  );
  expect(wrong).toEqual([]);
});
