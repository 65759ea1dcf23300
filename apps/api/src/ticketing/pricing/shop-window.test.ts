/** What the shop shows before anything is held: what codes open, what a step comes to, which bundles there are. */
import { plainRules } from '@festivals/domain/ticketing/pricing/plain-rules';
import type { PriceRules } from '@festivals/domain/ticketing/pricing/schemas';
import { FestivalId } from '@festivals/domain/primitives';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { newSecret, openShop } from '../testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const uuid = () => crypto.randomUUID();
const refused = (name: string) => expect.objectContaining({ name });

async function opened() {
  const shop = await openShop(api, { capacity: 100 });
  const params = { festivalId: FestivalId.parse(shop.festivalId) };
  const { client } = await api.person({ roles: [{ ...params, role: 'ORGANISER' }] });
  const { ticketing } = client;
  const visitor = api.client('site').ticketing;
  const setRules = async (rules: Partial<PriceRules>) => {
    const { version } = await ticketing.getPriceRules({ params });
    return ticketing.savePriceRules({ params, body: { version, rules: { ...plainRules, ...rules } } });
  };
  const makeCode = (code: string, more: object = {}) =>
    ticketing.createPromoCode({ params, body: { code, effect: 'PERCENT', value: 1_000, ...more } });
  const items = (quantity: number) => [{ ticketTypeId: shop.ticketTypeId as never, quantity }];
  const hold = (body: Omit<Parameters<typeof visitor.holdBasket>[0]['body'], 'secret'>) =>
    visitor.holdBasket({ params, body: { secret: newSecret(), ...body } });
  const quote = (body: { items: ReturnType<typeof items> }) => visitor.quoteBasket({ params, body });
  return { shop, params, ticketing, visitor, setRules, makeCode, hold, quote, items };
}

it('shows what every code opens, whichever was typed last', async () => {
  const { ticketing, params, visitor, makeCode } = await opened();
  const hidden = async (name: string) => {
    const body = { name: { en: name }, price: 1000, vat: 600, capacity: 5, hidden: true };
    const { id } = await ticketing.createTicketType({ params, body });
    await makeCode(name, { effect: 'NONE', value: 0, unlocks: [id], stacks: true });
    return id;
  };
  const [crew, press] = [await hidden('CREW'), await hidden('PRESS')];
  await makeCode('TEN', { stacks: true });
  const seen = async (code: string) => (await visitor.getShop({ params, query: { code } })).offers.map(({ id }) => id);
  for (const typed of ['CREW,PRESS,TEN', 'ten, press , crew', ',TEN,,CREW,unknown,PRESS'])
    expect(await seen(typed)).toEqual(expect.arrayContaining([crew, press]));
  expect(await seen('CREW,TEN')).not.toContain(press);
  expect(await seen('a,b,c,d,e,CREW')).not.toContain(crew);
});

it('asks what an order comes to where a step runs out, and tells how many are left of it where that may be known', async () => {
  const { ticketing, params, shop, visitor, quote, items } = await opened();
  const set = async (changes: object) => {
    const [type] = await ticketing.listTicketTypes({ params });
    const ticketTypeId = shop.ticketTypeId as never;
    await ticketing.updateTicketType({
      params: { ...params, ticketTypeId },
      body: { version: type?.version ?? 0, changes },
    });
  };
  const seen = async () => {
    const { hasRules, offers } = await visitor.getShop({ params, query: {} });
    return [hasRules, offers[0]?.price, offers[0]?.tier?.left];
  };
  const step = { id: uuid(), name: { en: 'Early' }, price: 3000 };
  await set({ tiers: [{ ...step, until: '2999-01-01T00:00:00.000Z', capacity: null }] });
  expect(await seen()).toEqual([false, 3000, null]);
  await set({ tiers: [{ ...step, until: null, capacity: 2 }], disclosure: 'EXACT' });
  expect(await seen()).toEqual([true, 3000, 2]);
  // Two at the step and one after it: no price that is shown says so.
  expect((await quote({ items: items(3) })).total).toBe(10_500);
  for (const disclosure of ['FEW', 'NONE']) {
    await set({ disclosure });
    expect(await seen()).toEqual([true, 3000, null]);
  }
});

it('shows a bundle as sold out when what is left of a type or of a kind is less than all of its parts', async () => {
  const { ticketing, params, setRules, hold, visitor } = await opened();
  const [adult, child] = [uuid(), uuid()];
  const kind = (id: string, name: string, capacity: number | null) => ({
    id,
    name: { en: name },
    price: 1500,
    capacity,
  });
  const family = await ticketing.createTicketType({
    params,
    body: {
      name: { en: 'Family day' },
      price: 1500,
      vat: 600,
      capacity: 6,
      variations: [kind(adult, 'Adult', null), kind(child, 'Child', 3)],
    },
  });
  const part = (variationId: string) => ({ ticketTypeId: family.id, variationId, quantity: 2 });
  const bundle = { id: uuid(), name: { en: 'Family' }, description: {}, price: 5_000, maxPerOrder: 2 };
  await setRules({ bundles: [{ ...bundle, parts: [part(adult), part(child)] }] });
  const available = async () => (await visitor.getShop({ params, query: {} })).bundles.map((one) => one.available);
  const take = (variationId: string, quantity: number) =>
    hold({ items: [{ ticketTypeId: family.id, variationId, quantity }] });
  const bundled = () => hold({ items: [], bundles: [{ bundleId: bundle.id, quantity: 1 }] });
  expect(await available()).toEqual([true]);
  await take(child, 2);
  expect(await available()).toEqual([false]);
  await expect(bundled()).rejects.toEqual(refused('SOLD_OUT'));
  await setRules({ bundles: [{ ...bundle, parts: [part(adult), { ...part(child), quantity: 1 }] }] });
  expect(await available()).toEqual([true]);
  await take(adult, 2);
  expect(await available()).toEqual([false]);
  await expect(bundled()).rejects.toEqual(refused('SOLD_OUT'));
});
