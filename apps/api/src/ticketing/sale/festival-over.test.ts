/** Once a festival's last night has ended nothing of it is sold, at no desk and by no program; until then all of it is. */
import { FestivalId } from '@festivals/domain/primitives';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { newSecret, openShop } from '../testing.ts';

let api: TestApi;
let params: { festivalId: FestivalId };
let ticketTypeId: string;
let optionId: string;
let team: Awaited<ReturnType<TestApi['person']>>['client'];
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  const shop = await openShop(api, { capacity: 20 });
  params = { festivalId: FestivalId.parse(shop.festivalId) };
  ticketTypeId = shop.ticketTypeId;
  team = (await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] })).client;
  const option = await team.ticketing.createTicketOption({
    params,
    body: { kind: 'PARKING', name: { en: 'Parking' }, price: 1_000, vat: 600, needsTicket: false },
  });
  optionId = option.id;
});

/** A zone where it is between two and three in the night, whenever this runs. */
function zoneAtNight(): string {
  const ahead = ((2 - new Date().getUTCHours() + 36) % 24) - 12;
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** The festival's last day was so many dates ago in such a night, and its days end at an hour. */
const ended = (daysAgo: number, cutOff: number) =>
  api.ownerPool.query(
    `update festival set zone = $2::text, cut_off = $4::int, starts_on = (now() at time zone $2::text)::date - $3::int,
       ends_on = (now() at time zone $2::text)::date - $3::int where id = $1`,
    [params.festivalId, zoneAtNight(), daysAgo, cutOff],
  );

const ticket = () => ({ items: [{ ticketTypeId, quantity: 1 }] });
const site = () => api.client('site').ticketing;
const buyer = { email: 'late@example.org', name: 'Late', language: 'en' as const };
const ways = () => ({
  hold: () => site().holdBasket({ params, body: { secret: newSecret(), ...ticket() } }),
  alone: () => site().holdBasket({ params, body: { secret: newSecret(), options: [{ optionId, quantity: 1 }] } }),
  quote: () => site().quoteBasket({ params, body: ticket() }),
  buy: () =>
    site().buyTickets({ body: { ...params, ...buyer, secret: newSecret(), wishes: ticket(), method: 'succeeds' } }),
  desk: () =>
    team.ticketing.sellAtDesk({ params, body: { wishes: ticket(), total: 4_500, language: 'en', means: 'CASH' } }),
});
const availability = async () =>
  (await site().getShop({ params, query: {} })).offers.map((offer) => offer.availability);

it('sells in the last night until its hour, at the desk and in the shop', async () => {
  await ended(1, 6);
  for (const sell of Object.values(ways())) await expect(sell()).resolves.toBeDefined();
  expect(await availability()).not.toEqual(['CLOSED']);
});

it.each([
  ['after the hour at which that night ends', 1, 1],
  ['a day later', 2, 6],
])('sells nothing %s', async (_, daysAgo, cutOff) => {
  await ended(daysAgo, cutOff);
  for (const [way, sell] of Object.entries(ways()))
    expect([way, await refusalOf(sell())]).toMatchObject([way, { name: 'FESTIVAL_OVER', status: 409 }]);
  expect(await availability()).toEqual(['CLOSED']);
  const { options } = await site().getShop({ params, query: {} });
  expect(options).toMatchObject([{ alone: false }]);
});

it('keeps what was held before, and lets its team give back, write and invite', async () => {
  const secret = newSecret();
  const basket = await site().holdBasket({ params, body: { secret, ...ticket() } });
  await ended(2, 6);
  const order = await site().placeOrder({ params, body: { ...buyer, basketId: basket.id, secret } });
  const onOrder = { ...params, orderId: order.id };
  const paid = await site().payOrder({ params: onOrder, body: { secret, method: 'succeeds' } });
  expect(paid).toMatchObject({ status: 'PAID', tickets: [{ status: 'SOLD' }] });
  await expect(
    team.ticketing.reissueTicket({
      params: { ...onOrder, ticketId: paid.tickets[0]?.id ?? '' },
      body: { reason: 'lost' },
    }),
  ).resolves.toBeDefined();
  const now = await team.ticketing.getOrder({ params: onOrder });
  const living = now.tickets.filter(({ status }) => status === 'SOLD').map(({ id }) => id);
  await expect(
    team.ticketing.refundOrder({ params: onOrder, body: { ticketIds: living, reason: 'the rain' } }),
  ).resolves.toMatchObject({ status: 'COMPLETED', amount: 4_500 });
  const { id: guestListId } = await team.ticketing.createGuestList({
    params,
    body: { name: 'Crew', purpose: 'CREW', ticketTypeId: ticketTypeId as never, places: 5 },
  });
  const onList = { ...params, guestListId };
  const ada = await team.ticketing.addGuest({ params: onList, body: { name: 'Ada' } });
  await expect(team.ticketing.confirmGuests({ params: onList, body: { guestIds: [ada.id] } })).resolves.toMatchObject([
    { state: 'CONFIRMED' },
  ]);
});
