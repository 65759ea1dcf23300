/** What the team does with an order by hand: each deed once, told in the order's story, and known at the gates. */
import { ApiError } from '@festivals/contract';
import { checkTicketCode } from '@festivals/domain/ticketing/ticket-code';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestMessages } from '../../mail/mailbox.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { buyer, openShop, quotaOf, type Shop } from '../testing.ts';

let api: TestApi;
let shop: Shop;
let finance: Awaited<ReturnType<TestApi['person']>>;
beforeAll(async () => {
  api = await startApi();
  shop = await openShop(api, { capacity: 100 });
  finance = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'FINANCE' }] });
});
afterAll(() => api.stop());

const nameOf = (error: unknown) => (error instanceof ApiError ? error.name : String(error));
const on = (orderId: string, ticketId = '') => ({ params: { festivalId: shop.festivalId, orderId, ticketId } });
const story = (orderId: string) => finance.client.ticketing.getOrderStory(on(orderId));
const firstOf = ({ tickets }: { tickets: readonly { id: string }[] }) => tickets[0]?.id ?? '';
const reissue = (orderId: string, ticketId: string) =>
  finance.client.ticketing.reissueTicket({ ...on(orderId, ticketId), body: { reason: 'lost' } });
const take = (orderId: string, ticketId: string) =>
  finance.client.ticketing.cancelTicket({ ...on(orderId, ticketId), body: { reason: 'a mistake' } });
/** What gates are told of tickets, as those without network read it after their next contact. */
const atTheGates = async (ids: readonly string[]) =>
  (
    await api.ownerPool.query<{ id: string; status: string }>(
      `select id, status from ticket where id = any($1::uuid[]) order by array_position($1::uuid[], id)`,
      [ids],
    )
  ).rows.map(({ status }) => status);

const mailsTo = async (email: string) =>
  (await newestMessages(api.resources.env.FESTIVALS_DATA)).filter(({ to }) => to === email);

describe('a ticket', () => {
  it('is made anew: the old one is revoked, the new one is signed, counts the same, and is mailed', async () => {
    const order = await buyer(api, shop, 'anew@example.org').buy(2);
    await api.runJobsOnce();
    expect(await mailsTo('anew@example.org')).toHaveLength(1);
    const { sold } = await quotaOf(api, shop);
    const old = firstOf(order);
    const after = await reissue(order.id, old);
    const added = after.tickets.find(({ id }) => order.tickets.every((ticket) => ticket.id !== id));
    expect(added).toMatchObject({ status: 'SOLD', holder: 'Ada Visitor', ticketTypeId: shop.ticketTypeId });
    expect(await atTheGates([old, added?.id ?? ''])).toEqual(['CANCELLED', 'SOLD']);
    expect((await quotaOf(api, shop)).sold).toBe(sold);
    const { rows } = await api.ownerPool.query<{ number: number; publicKey: Buffer }>(
      'select number, public_key as "publicKey" from festival_key where festival_id = $1',
      [shop.festivalId],
    );
    const keys = rows.map(({ number, publicKey }) => ({ number, publicKey: publicKey.toString('base64url') }));
    expect(checkTicketCode(added?.code ?? '', keys)).toMatchObject({ ok: true, ticketId: added?.id });
    expect(await reissue(order.id, old).catch(nameOf)).toBe('TICKET_OVER');
    await api.runJobsOnce();
    expect(await mailsTo('anew@example.org')).toHaveLength(2);
    expect((await story(order.id)).moments.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ticketing.order_paid', 'ticketing.order_ticket_reissued', 'ticketing.order_mailed']),
    );
  });

  it('is taken back without money: its place is free, and the rest can still be refunded', async () => {
    const order = await buyer(api, shop).buy(2);
    const { sold } = await quotaOf(api, shop);
    const [first = '', second = ''] = order.tickets.map(({ id }) => id);
    await take(order.id, first);
    expect((await quotaOf(api, shop)).sold).toBe(sold - 1);
    expect(await take(order.id, first).catch(nameOf)).toBe('TICKET_OVER');
    const refund = (ticketIds: string[]) =>
      finance.client.ticketing.refundOrder({ ...on(order.id), body: { ticketIds, reason: 'x' } });
    expect(await refund([first]).catch(nameOf)).toBe('NOT_REFUNDABLE');
    expect(await refund([second])).toMatchObject({ amount: 4500 });
  });

  it('is revoked once by twenty who ask at the same moment, whatever they ask for', async () => {
    const order = await buyer(api, shop).buy(1);
    const { sold } = await quotaOf(api, shop);
    const id = firstOf(order);
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? reissue(order.id, id) : take(order.id, id))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const living = (await finance.client.ticketing.getOrder(on(order.id))).tickets.filter(
      ({ status }) => status === 'SOLD',
    );
    expect((await quotaOf(api, shop)).sold).toBe(sold - 1 + living.length);
  });

  it('bears another name, unless somebody wrote one meanwhile or came in with it', async () => {
    const order = await buyer(api, shop).buy(1);
    const rename = (was: string, holder: string) =>
      finance.client.ticketing.renameHolder({ ...on(order.id, firstOf(order)), body: { was, holder } });
    expect((await rename('Ada Visitor', 'Grace Visitor')).tickets).toMatchObject([{ holder: 'Grace Visitor' }]);
    expect(await rename('Ada Visitor', 'Eve').catch(nameOf)).toBe('CONFLICT');
    await api.ownerPool.query(`update ticket set status = 'USED' where order_id = $1`, [order.id]);
    expect(await rename('Grace Visitor', 'Eve').catch(nameOf)).toBe('TICKET_USED');
    const told = (await story(order.id)).moments.find(({ name }) => name === 'ticketing.order_holder_changed');
    expect(told).toMatchObject({ by: finance.name, details: { holder: 'Grace Visitor' } });
  });

  it('of another order or another festival is none', async () => {
    const [mine, other] = [await buyer(api, shop).buy(1), await buyer(api, shop).buy(1)];
    expect(await reissue(mine.id, firstOf(other)).catch(nameOf)).toBe('NOT_FOUND');
    const elsewhere = await openShop(api, { capacity: 5 });
    const theirs = await buyer(api, elsewhere).buy(1);
    expect(await take(theirs.id, firstOf(theirs)).catch(nameOf)).toBe('NOT_FOUND');
  });
});

describe('an order', () => {
  it('is corrected with a reason, from what it was', async () => {
    const order = await buyer(api, shop, 'wrong@example.org').buy(1);
    const correct = (was: { name: string; email: string }) =>
      finance.client.ticketing.correctOrder({
        ...on(order.id),
        body: { was, name: 'Ada Right', email: 'right@example.org', reason: 'misspelt' },
      });
    expect(await correct({ name: order.name, email: order.email })).toMatchObject({
      name: 'Ada Right',
      email: 'right@example.org',
    });
    expect(await correct({ name: order.name, email: order.email }).catch(nameOf)).toBe('CONFLICT');
    await finance.client.ticketing.mailOrder({ ...on(order.id), body: {} });
    await api.runJobsOnce();
    expect(await mailsTo('right@example.org')).not.toEqual([]);
  });

  it('keeps notes, pinned ones on top, with whoever wrote them', async () => {
    const order = await buyer(api, shop).buy(1);
    const add = (text: string, pinned = false) =>
      finance.client.ticketing.addOrderNote({ ...on(order.id), body: { text, pinned } });
    const first = await add('Called about parking');
    await add('Comes in a wheelchair', true);
    expect((await story(order.id)).notes).toMatchObject([
      { text: 'Comes in a wheelchair', pinned: true, by: finance.name },
      { text: 'Called about parking', pinned: false },
    ]);
    await finance.client.ticketing.pinOrderNote({
      params: { festivalId: shop.festivalId, orderId: order.id, noteId: first.id },
      body: { pinned: true },
    });
    expect((await story(order.id)).notes.every(({ pinned }) => pinned)).toBe(true);
    expect(await add('').catch(nameOf)).toBe('VALIDATION_FAILED');
  });

  it('is found by its ticket number, by any id of it, and by its payment', async () => {
    const order = await buyer(api, shop).buy(2);
    const ticket = firstOf(order);
    for (const search of [ticket.slice(-8).toUpperCase(), ticket, order.id, order.payment?.id ?? '', order.reference]) {
      const { items } = await finance.client.ticketing.listOrders({
        params: { festivalId: shop.festivalId },
        query: { search },
      });
      expect(
        items.map(({ id }) => id),
        search,
      ).toEqual([order.id]);
    }
  });

  it('is not touched by those who may only look', async () => {
    const order = await buyer(api, shop).buy(1);
    const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'PROGRAMMER' }] });
    expect(await client.ticketing.mailOrder({ ...on(order.id), body: {} }).catch(nameOf)).toBe('FORBIDDEN');
  });
});
