import { demoAccounts } from '@festivals/database/demo/accounts';
import { seedDemo } from '@festivals/database/demo/seed';
import { Festival } from '@festivals/domain/festival/contract';
import { MapPlace } from '@festivals/domain/places/contract';
import { Programme } from '@festivals/domain/programme/contract';
import { Stand } from '@festivals/domain/stands/contract';
import { MyTicket, Offer, OrderSummary } from '@festivals/domain/ticketing/schemas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { failureOf } from './testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await seedDemo(api.ownerPool.options.connectionString ?? '');
});
afterAll(() => api.stop());

const guest = () => api.client('site');
const solbrume = async () => (await guest().festival.getFestivalBySlug({ params: { slug: 'solbrume' } })).id;
const signedIn = async (role: string) => {
  const account = demoAccounts.find((one) => one.role === role);
  const browser = api.browser('office');
  await browser.identity.login({ body: { email: account?.email ?? '', password: account?.password ?? '' } });
  return browser;
};

describe('the demo, as the apps see it', () => {
  test('has three festivals on the platform’s home, and keeps the draft to its organiser', async () => {
    const { items } = await guest().festival.listFestivals({});
    expect(items.map((item) => item.slug)).toEqual(['solbrume', 'zoutlicht', 'laiton']);
    expect(z.array(Festival).safeParse(items).error).toBeUndefined();
    const organiser = await signedIn('organiser');
    const mine = await organiser.festival.listMyFestivals({});
    expect(mine.items.map((item) => item.slug)).toEqual(['solbrume-hiver', 'solbrume']);
    const [winter] = mine.items;
    const readiness = await organiser.festival.getReadiness({ params: { festivalId: winter?.id ?? '' } });
    expect(readiness.blockers).toEqual(['description', 'ticket_type']);
  });

  test('answers its programme, map, stands and offers exactly in the contract’s shapes', async () => {
    const params = { festivalId: await solbrume() };
    const programme = await guest().programme.getProgramme({ params });
    expect(Programme.strict().safeParse(programme).error).toBeUndefined();
    expect([programme.stages.length, programme.artists.length, programme.slots.length]).toEqual([6, 121, 120]);
    expect(programme.artists.slice(0, 3).map((artist) => artist.billing)).toEqual([1, 1, 1]);
    const places = await guest().places.listPlaces({ params });
    expect(z.array(MapPlace.strict()).safeParse(places).error).toBeUndefined();
    const stands = await guest().stands.listStands({ params });
    expect(z.array(Stand.strict()).safeParse(stands).error).toBeUndefined();
    const ids = new Set(places.map((place) => place.id));
    expect([...programme.stages, ...stands].every((one) => one.placeId !== null && ids.has(one.placeId))).toBe(true);
    const offers = await guest().ticketing.listOffers({ params });
    expect(z.array(Offer).safeParse(offers).error).toBeUndefined();
    const words = offers.map((offer) => offer.availability);
    expect(words).toEqual(['AVAILABLE', 'SOLD_OUT', 'AVAILABLE', 'AVAILABLE', 'FEW_LEFT', 'AVAILABLE', 'AVAILABLE']);
    const shop = await guest().ticketing.getShop({ params, query: {} });
    expect(offers[0]).toMatchObject({ price: 18_900, fee: 100, tier: { next: 20_900 } });
    expect(offers.map(({ variations, namesPrice }) => [variations.length, namesPrice])).toContainEqual([2, false]);
    expect(offers.at(-1)?.namesPrice).toBe(true);
    expect(shop.bundles).toMatchObject([{ price: 39_900, listPrice: 47_600, available: true }]);
    expect(shop.options.map(({ kind, needsTicket }) => [kind, needsTicket])).toEqual([
      ['CAMPING', true],
      ['PARKING', true],
      ['LOCKER', true],
      ['SHUTTLE', false],
    ]);
  });

  test('shows finance a season whose figures agree, and the visitor two tickets in each festival', async () => {
    const params = { festivalId: await solbrume() };
    const finance = await signedIn('finance');
    const sales = await finance.ticketing.getSales({ params });
    const { rows } = await api.ownerPool.query<Record<'all' | 'tickets', string>>(
      `select sum(l.quantity * l.unit_price) as all, sum(l.quantity * l.unit_price) filter (where l.kind = 'TICKET') as tickets
       from basket_line l join ticket_order o on o.festival_id = l.festival_id and o.basket_id = l.basket_id
       where l.festival_id = $1 and o.status = 'PAID'`,
      [params.festivalId],
    );
    const sold = sales.types.reduce((sum, type) => sum + type.revenue, 0);
    // Options, fees and gifts are revenue too, and of no type.
    expect([sales.revenue, sold]).toEqual([Number(rows[0]?.all), Number(rows[0]?.tickets)]);
    expect(sold).toBeLessThan(sales.revenue);
    expect(sales.days).toHaveLength(30);
    const orders = await finance.ticketing.listOrders({ params, query: { limit: 200 } });
    expect(z.array(OrderSummary).safeParse(orders.items).error).toBeUndefined();
    expect(orders.next).not.toBeNull();
    const visitor = await signedIn('visitor');
    const tickets = await visitor.ticketing.listMyTickets({});
    expect(z.array(MyTicket).safeParse(tickets.items).error).toBeUndefined();
    expect(tickets.items.map((ticket) => ticket.festival.slug).toSorted()).toEqual([
      'laiton',
      'laiton',
      'solbrume',
      'solbrume',
      'zoutlicht',
      'zoutlicht',
    ]);
  });

  test('lets nobody into another’s festival', async () => {
    const params = { festivalId: await solbrume() };
    const harbour = await signedIn('organiser of another festival');
    expect(await failureOf(harbour.ticketing.listOrders({ params }))).toMatchObject({ status: 403 });
    const staff = await signedIn('staff');
    expect(await failureOf(staff.ticketing.getSales({ params }))).toMatchObject({ status: 403 });
  });
});
