/** What was bought beside tickets goes back by itself: its money once, its place at once, and the tickets stay. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { newestMessages } from '../../mail/mailbox.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { newSecret, openShop, type Shop } from '../testing.ts';

let api: TestApi;
let shop: Shop;
let team: Awaited<ReturnType<TestApi['person']>>['client'];
let optionId: string;
beforeAll(async () => {
  api = await startApi();
});
// The books are audited at the end of it: places, orders, payments and postings agree after all of this.
afterAll(() => api.stop());
beforeEach(async () => {
  shop = await openShop(api, { capacity: 50 });
  team = (await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] })).client;
  optionId = await newOption(2);
});

const inFestival = () => ({ festivalId: shop.festivalId });
const newOption = async (capacity: number | null) => {
  const option = await team.ticketing.createTicketOption({
    params: inFestival(),
    body: { kind: 'CAMPING', name: { en: 'Camping' }, price: 1500, vat: 2100, needsTicket: true, most: 1, capacity },
  });
  return option.id;
};
/** Two tickets with two places to camp: a line each. */
const buyWith = (option: string) =>
  api.client('site').ticketing.buyTickets({
    body: {
      ...inFestival(),
      secret: newSecret(),
      wishes: {
        items: [{ ticketTypeId: shop.ticketTypeId, quantity: 2 }],
        options: [{ optionId: option, quantity: 2 }],
      },
      email: 'camper@example.org',
      name: 'Cam Per',
      language: 'en',
      method: 'succeeds',
    },
  });
type Bought = Awaited<ReturnType<typeof buyWith>>;
const giveBack = (order: Bought, what: { ticketIds?: string[]; lineNos?: number[]; keep?: 'HALF' }) =>
  team.ticketing.refundOrder({
    params: { ...inFestival(), orderId: order.id },
    body: {
      ticketIds: what.ticketIds ?? [],
      lineNos: what.lineNos ?? [],
      reason: 'no tent',
      ...(what.keep && { keep: { kind: 'PART' as const, rate: 5000 } }),
    },
  });
const campingOf = ({ lines }: Bought): number => lines.find(({ kind }) => kind === 'OPTION')?.lineNo ?? 0;
const orderNow = ({ id }: Bought) => team.ticketing.getOrder({ params: { ...inFestival(), orderId: id } });
const takenOf = async (option: string): Promise<number | undefined> => {
  const { rows } = await api.ownerPool.query<{ taken: number }>(
    'select q.sold + q.held as taken from ticket_option o join quota q on q.festival_id = o.festival_id and q.id = o.quota_id where o.id = $1',
    [option],
  );
  return rows[0]?.taken;
};

it('gives the line’s money back and its places free, and leaves the tickets alone', async () => {
  const order = await buyWith(optionId);
  expect(await refusalOf(buyWith(optionId))).toMatchObject({ name: 'SOLD_OUT' });
  const lineNo = campingOf(order);
  expect(await giveBack(order, { lineNos: [lineNo] })).toMatchObject({
    status: 'COMPLETED',
    amount: 3000,
    kept: 0,
    ticketIds: [],
    lineNos: [lineNo],
  });
  const now = await orderNow(order);
  expect([now.status, ...now.tickets.map(({ status }) => status)]).toEqual(['PAID', 'SOLD', 'SOLD']);
  expect(await takenOf(optionId)).toBe(0);
  await buyWith(optionId);
  await api.runJobsOnce();
  const mails = await newestMessages(api.resources.env.FESTIVALS_DATA, 20);
  const told = mails.find(({ subject }) => subject.startsWith('Part of your order'));
  expect(told?.text).toContain('your tickets stay valid');
});

it('is done once: again, or by ten at a time, and never of a line of tickets', async () => {
  const order = await buyWith(optionId);
  const lineNos = [campingOf(order)];
  const all = await Promise.allSettled(Array.from({ length: 10 }, () => giveBack(order, { lineNos })));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await refusalOf(giveBack(order, { lineNos }))).toMatchObject({ name: 'NOT_REFUNDABLE', details: { lineNos } });
  const ofTickets = order.lines.filter(({ kind }) => kind === 'TICKET').map(({ lineNo }) => lineNo);
  expect(await refusalOf(giveBack(order, { lineNos: ofTickets }))).toMatchObject({ name: 'NOT_FOUND' });
  expect(await refusalOf(giveBack(order, {}))).toMatchObject({ name: 'VALIDATION_FAILED' });
});

it('comes to the whole order with the tickets after it, whichever goes first', async () => {
  const order = await buyWith(optionId);
  const [first = '', second = ''] = order.tickets.map(({ id }) => id);
  const amounts = [
    await giveBack(order, { ticketIds: [first] }),
    await giveBack(order, { lineNos: [campingOf(order)] }),
    await giveBack(order, { ticketIds: [second] }),
  ].map(({ amount }) => amount);
  expect(amounts).toEqual([4500, 3000, 4500]);
  expect(await orderNow(order)).toMatchObject({ status: 'REFUNDED', payment: { status: 'REFUNDED' } });
});

it('keeps what the organiser keeps, and counts it out of what a mass refund comes to', async () => {
  const order = await buyWith(optionId);
  expect(await giveBack(order, { lineNos: [campingOf(order)], keep: 'HALF' })).toMatchObject({
    amount: 1500,
    kept: 1500,
  });
  const plan = await team.ticketing.planMassRefund({
    params: inFestival(),
    body: { ticketTypeId: null, keep: { kind: 'NOTHING' }, withUsed: false },
  });
  expect(plan).toMatchObject({ orders: 1, amount: 9000 });
});

it('ends an order of whose tickets none is left once the last line has gone back', async () => {
  const order = await buyWith(optionId);
  for (const { id } of order.tickets)
    await team.ticketing.cancelTicket({
      params: { ...inFestival(), orderId: order.id, ticketId: id },
      body: { reason: 'taken away' },
    });
  await giveBack(order, { lineNos: [campingOf(order)] });
  expect((await orderNow(order)).status).toBe('REFUNDED');
});

it('frees places of what was limited after it was bought, and of what is limited after it went back', async () => {
  const endless = await newOption(null);
  const [before, after] = [await buyWith(endless), await buyWith(endless)];
  await giveBack(before, { lineNos: [campingOf(before)] });
  const all = await team.ticketing.listTicketOptions({ params: inFestival() });
  const option = all.find(({ id }) => id === endless);
  await team.ticketing.updateTicketOption({
    params: { ...inFestival(), optionId: endless },
    body: { version: option?.version ?? 0, changes: { capacity: 2 } },
  });
  expect(await takenOf(endless)).toBe(2);
  await giveBack(after, { lineNos: [campingOf(after)] });
  expect(await takenOf(endless)).toBe(0);
  await giveBack(after, { ticketIds: after.tickets.map(({ id }) => id) });
  expect(await takenOf(endless)).toBe(0);
});
