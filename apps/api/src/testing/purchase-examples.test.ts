/** The examples of a purchase are bought again at a real API, so that they cannot lie. `WRITE_EXAMPLES=yes` writes them anew. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fillPath, isSchema, queryString, type Route } from '@festivals/contract';
import { api as contract } from '@festivals/domain';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { startApi, type TestApi } from './start-api.ts';
import { startStripeDouble, type StripeDouble } from './stripe-double/stripe-double.ts';
import { allRoutes } from '../platform/boot-check.ts';
import { openapiDocument } from '../platform/openapi-document.ts';
import { purchaseGuide } from '../platform/examples/purchase-guide.ts';
import { purchase, type Example } from '../platform/examples/purchase.ts';
import { settled } from '../platform/examples/settled.ts';

let api: TestApi;
let stripe: StripeDouble;
let bought: Example[];
const routes = new Map<string, Route>(allRoutes(contract));
const routeOf = (operation: string): Route => {
  const route = routes.get(operation);
  if (!route) throw new Error(`${operation} is no route`);
  return route;
};

type Step = Pick<Example, 'operation' | 'params' | 'query' | 'headers' | 'body'>;

/** Calls a route as a stranger's program would, and notes what was sent and what was answered. */
async function call(step: Step, token?: string): Promise<{ example: Example; data: Record<string, unknown> }> {
  const { method, path, idempotent } = routeOf(step.operation);
  const response = await fetch(api.url + fillPath(path, step.params) + queryString(step.query), {
    method,
    headers: {
      'accept-language': 'en',
      ...(step.body !== undefined && { 'content-type': 'application/json' }),
      ...(idempotent && { 'idempotency-key': v7() }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...step.headers,
    },
    ...(step.body !== undefined && { body: JSON.stringify(step.body) }),
  });
  const text = await response.text();
  const answer = text === '' ? null : (JSON.parse(text) as { data: Record<string, unknown> });
  return { example: { ...step, status: response.status, answer }, data: answer?.data ?? {} };
}

beforeAll(async () => {
  stripe = await startStripeDouble();
  api = await startApi({ env: stripe.env });
  const { id: festivalId, slug } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  await api.ownerPool.query(`update festival set name = 'Solbrume' where id = $1`, [festivalId]);
  const organiser = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const { client } = organiser;
  await client.ticketing.createTicketType({
    params: { festivalId },
    body: { name: { en: 'Weekend' }, price: 4950, vat: 600, capacity: 100 },
  });
  const member = await api.person({ email: 'ada@example.org' });
  const secret = randomBytes(32).toString('base64url');
  const params = { festivalId };
  bought = [];
  const next = async (step: Step, token?: string) => {
    const { example, data } = await call(step, token);
    bought.push(example);
    return data;
  };

  await next({ operation: 'festival.getFestivalBySlug', params: { slug } });
  const shop = await next({ operation: 'ticketing.listOffers', params });
  const [offer] = shop as unknown as { id: string }[];
  const items = [{ ticketTypeId: offer?.id ?? '', quantity: 2 }];
  const quote = await next({ operation: 'ticketing.quoteBasket', params, body: { items } });
  const { total } = quote;
  const basket = await next({ operation: 'ticketing.holdBasket', params, body: { secret, items, total } });
  const order = await next({
    operation: 'ticketing.placeOrder',
    params,
    body: { basketId: basket['id'], secret, email: 'ada@example.org', name: 'Ada Łovelace', language: 'en' },
  });
  const onOrder = { ...params, orderId: String(order['id']) };
  const asked = await next({
    operation: 'ticketing.payOrder',
    params: onOrder,
    body: { secret, method: 'three_d_secure' },
  });
  const { id: paymentId } = asked['payment'] as { id: string };
  await next({
    operation: 'ticketing.authenticatePayment',
    params: { ...onOrder, paymentId },
    body: { secret, approve: true },
  });
  await next({ operation: 'ticketing.viewOrder', params: onOrder, query: { secret } });
  await next({
    operation: 'ticketing.buyTickets',
    body: {
      festivalId,
      secret: randomBytes(32).toString('base64url'),
      wishes: { items },
      total,
      email: 'ada@example.org',
      name: 'Ada Łovelace',
      language: 'en',
      method: 'succeeds',
    },
  });
  await next({ operation: 'ticketing.listMyTickets', query: { limit: '1' } }, member.token);

  await takeStripe(client, festivalId);
  const unpaid = await placeOrder(params, items);
  await next({ operation: 'payments.listPaymentWays', params });
  const checkout = await next({
    operation: 'ticketing.checkoutOrder',
    params: unpaid.params,
    body: {
      secret: unpaid.secret,
      way: 'online',
      returnTo: `${api.resources.env.SITE_URL}/en/solbrume/orders/${unpaid.params.orderId}`,
    },
  });
  const { step, order: begun } = checkout as { step: { url: string }; order: { payment: { id: string } } };
  const intent = stripe.pay(step.url.split('/').at(-1) ?? '');
  const { body, headers } = stripe.news('payment_intent.succeeded', {
    ...intent,
    latest_charge: intent.latest_charge?.id ?? null,
  });
  await next({
    operation: 'payments.receiveWebhook',
    params: { provider: 'stripe' },
    headers: { 'Stripe-Signature': headers['stripe-signature'] ?? '' },
    // Written as it was read: the signature is over these very bytes.
    body: JSON.parse(body),
  });
  const paid = await next({
    operation: 'ticketing.askAfterPayment',
    params: { ...unpaid.params, paymentId: begun.payment.id },
    body: { secret: unpaid.secret },
  });
  const [ticket] = paid['tickets'] as { id: string }[];
  await next(
    {
      operation: 'ticketing.refundOrder',
      params: unpaid.params,
      body: { ticketIds: [ticket?.id], reason: 'Broken leg', keep: { kind: 'PART', rate: 1000 } },
    },
    organiser.token,
  );
  await next({ operation: 'ticketing.listRefunds', params: unpaid.params }, organiser.token);
  bought = settled(bought);
  if (process.env['WRITE_EXAMPLES'] === 'yes') {
    writeFileSync(
      new URL('../platform/examples/purchase.json', import.meta.url),
      `${JSON.stringify(bought, null, 2)}\n`,
    );
    writeFileSync(guide, purchaseGuide(bought));
  }
});
afterAll(async () => {
  await api.stop();
  await stripe.stop();
});

/** The festival takes cards from now on. */
const takeStripe = (client: Awaited<ReturnType<TestApi['person']>>['client'], festivalId: string) =>
  client.payments.updatePaymentSettings({
    params: { festivalId },
    body: {
      version: 0,
      settings: {
        practice: false,
        online: ['stripe'],
        embedded: false,
        stripeAccount: null,
        transfer: null,
        onSite: null,
      },
    },
  });

/** An order that awaits its payment, with the secret that opens it. */
async function placeOrder(params: { festivalId: string }, items: { ticketTypeId: string; quantity: number }[]) {
  const { ticketing } = api.client('site');
  const secret = randomBytes(32).toString('base64url');
  const { id: basketId } = await ticketing.holdBasket({ params, body: { secret, items } });
  const buyer = { email: 'ada@example.org', name: 'Ada Łovelace', language: 'en' as const };
  const { id } = await ticketing.placeOrder({ params, body: { basketId, secret, ...buyer } });
  return { secret, params: { ...params, orderId: id } };
}

const guide = new URL('../../../../docs/guides/buying.md', import.meta.url);

it('is what a real API answers, step by step', () => {
  expect(bought).toEqual(
    JSON.parse(readFileSync(new URL('../platform/examples/purchase.json', import.meta.url), 'utf8')),
  );
  expect(bought.map(({ status }) => status)).toEqual([
    200, 200, 200, 201, 201, 200, 200, 200, 200, 200, 200, 200, 204, 200, 201, 200,
  ]);
  expect(stripe.faults).toEqual([]);
});

it('keeps to the contract, in what is sent and in what is answered', () => {
  const faults = bought.flatMap(({ operation, body, answer }) => {
    const route = routeOf(operation);
    const { data } = (answer ?? {}) as { data?: unknown };
    const sent = route.body && isSchema(route.body) ? route.body.safeParse(body).error : undefined;
    const answered = isSchema(route.response) ? route.response.safeParse(data).error : undefined;
    return [sent, answered].flatMap((error) => (error ? [`${operation}: ${error.message}`] : []));
  });
  expect(faults).toEqual([]);
});

it('stands in the OpenAPI document at its route', () => {
  const document = JSON.stringify(openapiDocument());
  for (const { answer, body } of purchase) {
    if (answer !== null) expect(document).toContain(JSON.stringify(answer));
    if (body !== undefined) expect(document).toContain(JSON.stringify(body));
  }
  expect(document).toContain('"name":"stripe-signature"');
});

it('is what the guide shows', () => {
  expect(readFileSync(guide, 'utf8')).toBe(purchaseGuide(purchase));
});
