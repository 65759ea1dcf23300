/** The desk sells by the shop's rules: codes, bundles, options, discounts, fees, named prices and gifts; and each last one once, wherever it goes. */
import { FestivalId } from '@festivals/domain/primitives';
import { asking, question } from '@festivals/domain/ticketing/asked/testing';
import type { DeskMeans } from '@festivals/domain/ticketing/desk-contract';
import { plainRules } from '@festivals/domain/ticketing/pricing/plain-rules';
import type { PriceRules } from '@festivals/domain/ticketing/pricing/schemas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { newSecret, openShop } from '../testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

async function opened(capacity = 50) {
  const shop = await openShop(api, { capacity });
  const festivalId = FestivalId.parse(shop.festivalId);
  const params = { festivalId };
  const organiser = (await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] })).client.ticketing;
  const cashier = (await api.person({ roles: [{ festivalId, role: 'CASHIER' }] })).client.ticketing;
  const visitor = api.client('site').ticketing;
  const items = (quantity = 1) => [{ ticketTypeId: shop.ticketTypeId, quantity }];
  const quote = (wishes: object) => visitor.quoteBasket({ params, body: { items: items(), ...wishes } });
  const sell = (wishes: object, total: number, more: object = {}, means: DeskMeans = 'CASH') =>
    cashier.sellAtDesk({
      params,
      body: { wishes: { items: items(), ...wishes }, total, language: 'en', means, ...more },
    });
  const setRules = async (rules: Partial<PriceRules>) => {
    const { version } = await organiser.getPriceRules({ params });
    await organiser.savePriceRules({ params, body: { version, rules: { ...plainRules, ...rules } } });
  };
  const makeCode = (code: string, more: object = {}) =>
    organiser.createPromoCode({ params, body: { code, effect: 'PERCENT', value: 1_000, ...more } });
  return { shop, params, organiser, cashier, visitor, items, quote, sell, setRules, makeCode };
}
const nameOf = async (deed: Promise<unknown>) => (await refusalOf(deed)).name;

it('asks what the shop asks, to the cent: a bundle, a discount, a code, a fee, camping and a gift', async () => {
  const { shop, params, organiser, quote, sell, setRules, makeCode } = await opened();
  const { ticketTypeId } = shop;
  const family = {
    id: crypto.randomUUID(),
    name: { en: 'Family' },
    description: {},
    price: 8_000,
    parts: [{ ticketTypeId: ticketTypeId as never, variationId: null, quantity: 2 }],
    maxPerOrder: 2,
  };
  const fee = {
    id: crypto.randomUUID(),
    name: { en: 'For the meadow' },
    kind: 'PER_TICKET' as const,
    amount: 100,
    vat: 600,
    ticketTypeIds: [],
    onFree: false,
  };
  await setRules({ bundles: [family], fees: [fee], donations: true });
  const tent = await organiser.createTicketOption({
    params,
    body: { kind: 'CAMPING', name: { en: 'Tent' }, price: 2_000, vat: 600, capacity: 1 },
  });
  await makeCode('GRANNY');
  const wishes = {
    bundles: [{ bundleId: family.id, quantity: 1 }],
    options: [{ optionId: tent.id, quantity: 1 }],
    codes: ['granny'],
    donation: 500,
  };
  const asked = await quote(wishes);
  // 80.00 for the family, 40.50 of 45.00, 3 times 1.00, 20.00 to camp, 5.00 given.
  expect(asked.total).toBe(8_000 + 4_050 + 300 + 2_000 + 500);
  const { order } = await sell(wishes, asked.total);
  expect(order).toMatchObject({ status: 'PAID', total: asked.total });
  expect(order.lines).toEqual(asked.lines);
  expect(order.tickets).toHaveLength(3);
  // The only tent is gone, and nothing is sold without it.
  expect(await nameOf(sell(wishes, asked.total))).toBe('SOLD_OUT');

  // A bundle goes back ticket by ticket, each at its share.
  const ofFamily = asked.lines.find(({ bundleId }) => bundleId !== null)?.lineNo;
  const ticket = order.tickets.find(({ lineNo }) => lineNo === ofFamily);
  const on = { festivalId: params.festivalId, orderId: order.id };
  const refund = await organiser.refundOrder({
    params: on,
    body: { ticketIds: [ticket?.id ?? ('' as never)], reason: 'rain' },
  });
  expect(refund).toMatchObject({ status: 'COMPLETED', amount: 4_000, byHand: 'OWED' });
});

it('sells at a price that the buyer names, from the least on', async () => {
  const { params, organiser, sell } = await opened();
  const solidarity = await organiser.createTicketType({
    params,
    body: { name: { en: 'Solidarity' }, price: 1_000, vat: 600, capacity: 5, namesPrice: true },
  });
  const wish = (price: number) => ({ items: [{ ticketTypeId: solidarity.id, quantity: 1, price }] });
  expect(await nameOf(sell(wish(900), 900))).toBe('PRICE_BELOW_LEAST');
  expect((await sell(wish(2_500), 2_500)).order.total).toBe(2_500);
});

it('sells without VAT to a company of another state, and keeps whose order it is', async () => {
  const { params, organiser, quote, sell, setRules } = await opened();
  await setRules({ reverseCharge: true });
  const company = { country: 'DE', vatNumber: 'DE 136 695 976', name: 'Klang GmbH' };
  const asked = await quote({ company });
  expect(asked).toMatchObject({ reverseCharge: true, vatAmount: 0 });
  const { order } = await sell({ company }, asked.total, {}, 'CARD_TERMINAL');
  expect(order).toMatchObject({ status: 'PAID', total: asked.total });
  const kept = await organiser.getOrderAsked({ params: { ...params, orderId: order.id } });
  expect(kept.company).toEqual({ country: 'DE', vatNumber: 'DE136695976', name: 'Klang GmbH' });
  const wrong = { ...company, vatNumber: 'DE136695977' };
  expect(await nameOf(sell({ company: wrong }, 4_500))).toBe('VAT_NUMBER_INVALID');
});

it('has the last use of a code once, at the desk or in the shop', async () => {
  const { params, visitor, items, sell, makeCode, organiser } = await opened();
  const code = await makeCode('LAST', { uses: 1 });
  const wishes = { codes: ['LAST'] };
  const hold = () => visitor.holdBasket({ params, body: { items: items(), ...wishes, secret: newSecret() } });
  const rush = Array.from({ length: 12 }, (_, at): Promise<unknown> => (at % 2 === 0 ? sell(wishes, 4_050) : hold()));
  const results = await Promise.allSettled(rush);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'CODE_SPENT' });
  const { used, held } = await organiser.getPromoCode({ params: { ...params, codeId: code.id } });
  expect(used + held).toBe(1);
});

it('counts a code by address where it is limited so, and asks for one', async () => {
  const { sell, makeCode } = await opened();
  await makeCode('ONCE', { perPerson: 1 });
  const once = (email?: string) => sell({ codes: ['ONCE'] }, 4_050, email ? { email } : {});
  expect(await refusalOf(once())).toMatchObject({ name: 'CODE_NEEDS_EMAIL', details: { code: 'ONCE' } });
  await once('ada@example.org');
  await once('grace@example.org');
  expect(await nameOf(once('ada@example.org'))).toBe('CODE_PERSON_LIMIT');
});

it('gives away what a code opens, and uses the code up no further', async () => {
  const { params, organiser, sell, makeCode } = await opened();
  const crew = await organiser.createTicketType({
    params,
    body: { name: { en: 'Crew' }, price: 1_000, vat: 600, capacity: 5, hidden: true },
  });
  const code = await makeCode('CREW', { effect: 'NONE', value: 0, unlocks: [crew.id], uses: 1 });
  const items = [{ ticketTypeId: crew.id, quantity: 1 }];
  const reason = { reason: 'the band’s driver' };
  expect(await nameOf(sell({ items }, 0, reason, 'FREE'))).toBe('NOT_FOUND');
  for (let nth = 0; nth < 2; nth++)
    expect((await sell({ items, codes: ['CREW'] }, 1_000, reason, 'FREE')).order).toMatchObject({ total: 0 });
  expect(await organiser.getPromoCode({ params: { ...params, codeId: code.id } })).toMatchObject({ used: 0, held: 0 });
  expect((await sell({ items, codes: ['CREW'] }, 1_000)).order.total).toBe(1_000);
  expect(await nameOf(sell({ items, codes: ['CREW'] }, 1_000))).toBe('CODE_SPENT');
});

it('takes back first what others no longer may hold', async () => {
  const { params, visitor, items, sell } = await opened(1);
  const held = await visitor.holdBasket({ params, body: { items: items(), secret: newSecret() } });
  expect(await nameOf(sell({}, 4_500))).toBe('SOLD_OUT');
  await api.ownerPool.query("update basket set expires_at = now() - interval '1 second' where id = $1", [held.id]);
  expect((await sell({}, 4_500)).order.status).toBe('PAID');
});

it('keeps what is told of those who come, judged as anywhere, and asks for none of it', async () => {
  const { shop, params, organiser, sell } = await opened();
  const minors = [
    { ticketTypeId: shop.ticketTypeId as never, upToAge: 15, minorsOnly: false, guardian: 'NAMED' as const },
  ];
  const eats = question({ required: true });
  const { version } = await organiser.getAsked({ params });
  const asked = asking({ names: 'REQUIRED', minors, questions: [eats] });
  await organiser.saveAsked({ params, body: { asked, version } });
  const two = { items: [{ ticketTypeId: shop.ticketTypeId, quantity: 2 }] };
  // The festival begins on 13 July 2040, and nobody can be born after today.
  await api.ownerPool.query(`update festival set starts_on = '2030-07-13', ends_on = '2030-07-14' where id = $1`, [
    shop.festivalId,
  ]);
  expect((await sell(two, 9_000)).order.tickets).toHaveLength(2);
  const kim = { lineNo: 1, nth: 2, name: 'Kim', bornOn: '2015-01-01' };
  expect(await refusalOf(sell(two, 9_000, { attendees: [kim] }))).toMatchObject({
    name: 'ANSWERS_WRONG',
    details: {
      problems: [
        { nth: 2, field: 'guardian.name', code: 'missing' },
        { nth: 2, field: 'guardian.phone', code: 'missing' },
      ],
    },
  });
  const guardian = { name: 'Ada', phone: '+32 470 12 34 56' };
  const answers = [{ questionId: eats.id, value: 'vegan' }];
  const { order } = await sell(two, 9_000, { name: 'Ada', attendees: [{ ...kim, guardian, answers }] });
  expect(order.tickets.map(({ holder }) => holder).toSorted()).toEqual(['Ada', 'Kim']);
  const on = { festivalId: params.festivalId, orderId: order.id };
  const { holders } = await organiser.getOrderAsked({ params: on });
  expect(holders.find(({ holder }) => holder === 'Kim')).toMatchObject({
    minor: true,
    guardian: { name: 'Ada', phone: '+32470123456' },
    answers: [{ questionId: eats.id, value: 'vegan' }],
  });
});
