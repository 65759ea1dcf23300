/** A ticket by itself: for its buyer, for whoever was given its link, and for nobody else. */
import { ApiError } from '@festivals/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestMessages } from '../../mail/mailbox.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { buyer, newSecret, openShop, type Shop } from '../testing.ts';

let api: TestApi;
let shop: Shop;
let organiser: Awaited<ReturnType<TestApi['person']>>;
beforeAll(async () => {
  api = await startApi();
  shop = await openShop(api, { capacity: 100 });
  organiser = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
});
afterAll(() => api.stop());

const nameOf = (error: unknown) => (error instanceof ApiError ? error.name : String(error));
const on = (ticketId: string) => ({ params: { festivalId: shop.festivalId, ticketId } });
const guest = () => api.client('site').ticketing;
const look = (ticketId: string, secret?: string) =>
  guest().viewTicket({ ...on(ticketId), query: { ...(secret !== undefined && { secret }) } });
const share = (ticketId: string, secret: string, link = newSecret()) =>
  guest()
    .shareTicket({ ...on(ticketId), body: { secret, link } })
    .then(() => link);

async function bought(count = 1, email?: string) {
  const someone = buyer(api, shop, email);
  const order = await someone.buy(count);
  return { order, secret: someone.secret, ids: order.tickets.map(({ id }) => id), id: order.tickets[0]?.id ?? '' };
}

describe('a ticket', () => {
  it('is shown to its buyer by the order’s secret, with the code that the order has', async () => {
    const { order, secret, ids, id } = await bought(3);
    const ticket = await look(id, secret);
    expect(ticket).toMatchObject({
      id,
      holder: 'Ada Visitor',
      status: 'SOLD',
      replaced: false,
      name: { en: 'Day ticket' },
    });
    expect(ticket.code).toBe(order.tickets[0]?.code);
    expect(ticket.order).toEqual({ id: order.id, reference: order.reference, ticketIds: ids, shared: false });
  });

  it('is shown to its buyer who is signed in, and to no other account', async () => {
    const mine = await api.person();
    const { id } = await bought(1, mine.email);
    const seen = await mine.client.ticketing.viewTicket({ ...on(id), query: {} });
    expect(seen.order?.ticketIds).toEqual([id]);
    const other = await api.person();
    expect(await other.client.ticketing.viewTicket({ ...on(id), query: {} }).catch(nameOf)).toBe('NOT_FOUND');
    expect(await organiser.client.ticketing.viewTicket({ ...on(id), query: {} }).catch(nameOf)).toBe('NOT_FOUND');
    expect(await look(id).catch(nameOf)).toBe('NOT_FOUND');
  });

  it('is nobody’s with another order’s secret, at another festival, or before it is paid', async () => {
    const [one, other] = [await bought(), await bought()];
    expect(await look(one.id, other.secret).catch(nameOf)).toBe('NOT_FOUND');
    expect(await look(v7(), one.secret).catch(nameOf)).toBe('NOT_FOUND');
    const elsewhere = await openShop(api, { capacity: 5 });
    const params = { festivalId: elsewhere.festivalId, ticketId: one.id };
    expect(
      await guest()
        .viewTicket({ params, query: { secret: one.secret } })
        .catch(nameOf),
    ).toBe('NOT_FOUND');
  });

  it('says plainly that it was cancelled, and shows no code; made anew, it says that as well', async () => {
    const { order, secret, ids } = await bought(2);
    const [first = '', second = ''] = ids;
    const deed = (ticketId: string) => ({
      params: { festivalId: shop.festivalId, orderId: order.id, ticketId },
      body: { reason: 'x' },
    });
    await organiser.client.ticketing.cancelTicket(deed(first));
    expect(await look(first, secret)).toMatchObject({ status: 'CANCELLED', code: null, replaced: false });
    await organiser.client.ticketing.reissueTicket(deed(second));
    const old = await look(second, secret);
    expect(old).toMatchObject({ status: 'CANCELLED', code: null, replaced: true });
    expect(old.order?.ticketIds).toHaveLength(1);
    expect(old.order?.ticketIds).not.toContain(second);
  });

  it.each(['\0'.repeat(20), 'short', 'x'.repeat(101)])('is refused for a secret that is none: %j', async (secret) => {
    const { id } = await bought();
    expect(await look(id, secret).catch(nameOf)).toMatch(/^(VALIDATION_FAILED|NOT_FOUND|MALFORMED_REQUEST)$/);
  });
});

describe('a link', () => {
  it('opens one ticket and tells nothing of its order', async () => {
    const { secret, ids } = await bought(2);
    const [id = '', other = ''] = ids;
    const link = await share(id, secret);
    const seen = await look(id, link);
    expect(seen.order).toBeNull();
    expect(seen.code).toMatch(/^FT1\./);
    expect(await look(other, link).catch(nameOf)).toBe('NOT_FOUND');
    expect(JSON.stringify(seen)).not.toContain('visitor@example.org');
    expect((await look(id, secret)).order?.shared).toBe(true);
    const pdf = await guest().ticketPdf({ ...on(id), query: { secret: link, paper: 'A6' } });
    expect(pdf.type).toBe('application/pdf');
  });

  it('cannot be passed on as another link, nor taken back, by whoever holds it', async () => {
    const { id, secret } = await bought();
    const link = await share(id, secret);
    expect(await share(id, link).catch(nameOf)).toBe('NOT_FOUND');
    expect(
      await guest()
        .unshareTicket({ ...on(id), query: { secret: link } })
        .catch(nameOf),
    ).toBe('NOT_FOUND');
    expect((await look(id, link)).id).toBe(id);
  });

  it('ends with the next one, and when it is taken back; the buyer still sees the ticket', async () => {
    const { id, secret } = await bought();
    const first = await share(id, secret);
    const second = await share(id, secret);
    expect(await look(id, first).catch(nameOf)).toBe('NOT_FOUND');
    expect((await look(id, second)).id).toBe(id);
    await guest().unshareTicket({ ...on(id), query: { secret } });
    await guest().unshareTicket({ ...on(id), query: { secret } });
    expect(await look(id, second).catch(nameOf)).toBe('NOT_FOUND');
    expect((await look(id, secret)).order?.shared).toBe(false);
  });

  it('is one, however many are made at the same moment, and exactly the living one opens it', async () => {
    const { id, secret } = await bought();
    const links = await Promise.all(Array.from({ length: 12 }, () => share(id, secret)));
    const opened = await Promise.all(
      links.map((link) =>
        look(id, link).then(
          () => true,
          () => false,
        ),
      ),
    );
    expect(opened.filter(Boolean)).toHaveLength(1);
  });

  it('is kept as its hash alone, and told of in the order’s story without it', async () => {
    const { id, secret, order } = await bought();
    const link = await share(id, secret);
    const { rows } = await api.ownerPool.query('select * from ticket_link where ticket_id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(link);
    const params = { festivalId: shop.festivalId, orderId: order.id };
    const { moments } = await organiser.client.ticketing.getOrderStory({ params });
    expect(moments.at(-1)?.name).toBe('ticketing.order_ticket_shared');
    expect(JSON.stringify(moments)).not.toContain(link);
  });

  it('is not made for a ticket that is over', async () => {
    const { order, secret, id } = await bought();
    const params = { festivalId: shop.festivalId, orderId: order.id, ticketId: id };
    await organiser.client.ticketing.cancelTicket({ params, body: { reason: 'x' } });
    expect(await share(id, secret).catch(nameOf)).toBe('TICKET_OVER');
    expect(
      await guest()
        .ticketPdf({ ...on(id), query: { secret } })
        .catch(nameOf),
    ).toBe('TICKET_OVER');
  });

  it('comes with the mail of the tickets, for all of its order', async () => {
    const { id } = await bought(2, 'phone@example.org');
    await api.runJobsOnce();
    const mails = await newestMessages(api.resources.env.FESTIVALS_DATA, 5);
    const mail = mails.find(({ to }) => to.includes('phone@example.org'));
    const [, secret = ''] = new RegExp(`/ticket/${id}#([\\w-]+)`).exec(JSON.stringify(mail)) ?? [];
    expect((await look(id, secret)).order?.ticketIds).toHaveLength(2);
  });
});

describe('the paper of a festival’s tickets', () => {
  const at = () => ({ params: { festivalId: shop.festivalId } });
  const sizeOf = async (pdf: Blob) =>
    /MediaBox \[0 0 (\d+)/.exec(Buffer.from(await pdf.arrayBuffer()).toString('latin1'))?.[1];

  it('is A4 until somebody chooses, and what they chose is what is printed; a buyer may choose otherwise', async () => {
    const { secret, order } = await bought();
    const params = { festivalId: shop.festivalId, orderId: order.id };
    const printed = (choice: { paper?: 'A4' | 'A6' } = {}) =>
      guest()
        .orderTicketsPdf({ params, query: { secret, ...choice } })
        .then(sizeOf);
    expect(await organiser.client.ticketing.getTicketPaper(at())).toEqual({ paper: 'A4', version: 0 });
    expect(await printed()).toBe('595');
    expect(await organiser.client.ticketing.saveTicketPaper({ ...at(), body: { paper: 'A6', version: 0 } })).toEqual({
      paper: 'A6',
      version: 1,
    });
    expect([await printed(), await printed({ paper: 'A4' })]).toEqual(['297', '595']);
  });

  it('is refused from an old version, and of twenty who choose at once one does', async () => {
    const save = (version: number) =>
      organiser.client.ticketing.saveTicketPaper({ ...at(), body: { paper: 'A6', version } });
    expect(await save(0).catch(nameOf)).toBe('CONFLICT');
    const { version } = await organiser.client.ticketing.getTicketPaper(at());
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => save(version)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is the organiser’s to choose', async () => {
    const finance = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'FINANCE' }] });
    expect((await finance.client.ticketing.getTicketPaper(at())).paper).toBe('A6');
    expect(
      await finance.client.ticketing.saveTicketPaper({ ...at(), body: { paper: 'A4', version: 2 } }).catch(nameOf),
    ).toBe('FORBIDDEN');
  });
});
