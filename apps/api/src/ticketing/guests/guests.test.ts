/** Guest lists: who is on them, whom places are given, and that no quota gives more than it has. */
import { ApiError } from '@festivals/contract';
import { FestivalId } from '@festivals/domain/primitives';
import { checkTicketCode } from '@festivals/domain/ticketing/ticket-code';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditFestival } from '../../ledger/audit-money.ts';
import { newestMessages } from '../../mail/mailbox.ts';
import { systemContext } from '../../platform/context.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { withoutGuard } from '../../testing/without-guard.ts';
import { releaseAllExpired } from '../sale/expiry.ts';
import { buyer, letTimePass, quotaOf } from '../testing.ts';
import { bouncer, type Door, openDoor, tokenOf } from './testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const nameOf = (error: unknown): string => (error instanceof ApiError ? error.name : String(error));
const counts = async (door: Door) => {
  const { sold, held } = await quotaOf(api, door);
  return { sold, held };
};
const answer = (token: string, body: { answer: 'DECLINE' } | { answer: 'ACCEPT'; names?: string[]; coming?: number }) =>
  api.client('site').ticketing.answerGuestInvitation({ body: { token, ...body } });
const view = (token: string) => api.client('site').ticketing.viewGuestInvitation({ body: { token } });

describe('tickets that are issued at once', () => {
  it('are signed, of an order of nothing, mailed, and counted as sold; taken off they are free again', async () => {
    const door = await openDoor(api, { capacity: 10, places: 5 });
    const list = bouncer(door.organiser, door);
    const ada = await list.add('Ada', 'ada@example.org', 2);
    const [placed] = await list.confirm([ada.id]);
    expect(placed).toMatchObject({ state: 'CONFIRMED', tickets: 3, arrived: 0 });
    expect(await counts(door)).toEqual({ sold: 3, held: 0 });
    const on = { params: { festivalId: door.festivalId, orderId: placed?.orderId ?? '' } };
    const order = await list.ticketing.getOrder(on);
    expect(order).toMatchObject({ status: 'PAID', total: 0, name: 'Ada', email: 'ada@example.org' });
    const { rows } = await api.ownerPool.query<{ number: number; publicKey: Buffer }>(
      'select number, public_key as "publicKey" from festival_key where festival_id = $1',
      [door.festivalId],
    );
    const keys = rows.map(({ number, publicKey }) => ({ number, publicKey: publicKey.toString('base64url') }));
    expect(checkTicketCode(order.tickets[0]?.code ?? '', keys)).toMatchObject({ ok: true });
    const listed = await list.ticketing.listOrders({ params: on.params, query: { kind: 'INVITATION' } });
    expect(listed.items).toMatchObject([{ kind: 'INVITATION', ticketCount: 3 }]);
    await api.runJobsOnce();
    const [mail] = await newestMessages(api.resources.env.FESTIVALS_DATA, 1);
    expect(mail).toMatchObject({ to: 'ada@example.org', attachments: [{ type: 'application/pdf' }] });
    const story = await list.ticketing.getOrderStory(on);
    expect(story.moments.map(({ name }) => name)).toContain('ticketing.order_given');

    expect(await list.remove(ada.id)).toMatchObject([{ state: 'REVOKED', tickets: 0 }]);
    expect(await counts(door)).toEqual({ sold: 0, held: 0 });
    expect((await list.ticketing.getOrder(on)).tickets.map(({ status }) => status)).toEqual(Array(3).fill('CANCELLED'));
    // Whoever is off may come back.
    expect(await list.confirm([ada.id])).toMatchObject([{ state: 'CONFIRMED', tickets: 3 }]);
    expect(await list.list()).toMatchObject({ confirmed: 3, waiting: 0, invited: 0, arrived: 0 });
  });

  it('come to somebody without an address too, and nobody is mailed', async () => {
    const door = await openDoor(api, { capacity: 10, places: 5 });
    const list = bouncer(door.organiser, door);
    const grace = await list.add('Grace');
    await api.runJobsOnce();
    const before = (await newestMessages(api.resources.env.FESTIVALS_DATA, 50)).length;
    const [placed] = await list.confirm([grace.id]);
    await api.runJobsOnce();
    expect(await newestMessages(api.resources.env.FESTIVALS_DATA, 50)).toHaveLength(before);
    const orderId = placed?.orderId ?? '';
    const again = list.ticketing.mailOrder({ params: { ...list.params, orderId }, body: {} });
    expect(await again.catch(nameOf)).toBe('ORDER_WITHOUT_EMAIL');
  });

  it('are issued once, however often it is asked', async () => {
    const door = await openDoor(api, { capacity: 10, places: 10 });
    const list = bouncer(door.organiser, door);
    const ada = await list.add('Ada', null, 1);
    await list.confirm([ada.id], 'confirm-0001');
    await list.confirm([ada.id], 'confirm-0001');
    await list.confirm([ada.id]);
    expect(await counts(door)).toEqual({ sold: 2, held: 0 });
  });

  it('are kept by whoever came in with one', async () => {
    const door = await openDoor(api, { capacity: 10, places: 10 });
    const list = bouncer(door.organiser, door);
    const ada = await list.add('Ada');
    const [placed] = await list.confirm([ada.id]);
    await api.ownerPool.query(`update ticket set status = 'USED' where order_id = $1`, [placed?.orderId]);
    expect(await list.remove(ada.id).catch(nameOf)).toBe('TICKET_USED');
    expect(await list.list()).toMatchObject({ confirmed: 1, arrived: 1 });
  });
});

describe('an invitation', () => {
  it('holds places from the moment it is sent, and gives the tickets with the names on them', async () => {
    const door = await openDoor(api, { capacity: 10, places: 5 });
    const list = bouncer(door.organiser, door);
    const ada = await list.add('Ada', 'accepts@example.org', 2);
    expect(await list.invite(ada.id)).toMatchObject([{ state: 'INVITED' }]);
    expect(await counts(door)).toEqual({ sold: 0, held: 3 });
    const token = await tokenOf(api, 'accepts@example.org');
    expect(await view(token)).toMatchObject({ state: 'OPEN', places: 3, name: 'Ada', order: null });
    const accepted = await answer(token, { answer: 'ACCEPT', names: ['Ada Lovelace', 'Grace'], coming: 2 });
    expect(accepted).toMatchObject({ state: 'ACCEPTED' });
    expect(await answer(token, { answer: 'ACCEPT', names: ['Someone else'] })).toEqual(accepted);
    expect(await counts(door)).toEqual({ sold: 2, held: 0 });
    const { id: orderId = '', secret = '' } = accepted.order ?? {};
    const params = { festivalId: door.festivalId, orderId };
    const order = await api.client('site').ticketing.viewOrder({ params, query: { secret } });
    const living = order.tickets.filter(({ status }) => status === 'SOLD').map(({ holder }) => holder);
    expect(living.toSorted()).toEqual(['Ada Lovelace', 'Grace']);
    expect(await list.list()).toMatchObject({ invited: 0, confirmed: 2 });
    expect(await answer(token, { answer: 'DECLINE' }).catch(nameOf)).toBe('INVITATION_OVER');
  });

  it('that is declined frees its places, and may be sent again', async () => {
    const door = await openDoor(api, { capacity: 10, places: 5 });
    const list = bouncer(door.organiser, door);
    const ada = await list.add('Ada', 'declines@example.org', 1);
    await list.invite(ada.id);
    const token = await tokenOf(api, 'declines@example.org');
    expect(await answer(token, { answer: 'DECLINE' })).toMatchObject({ state: 'DECLINED' });
    expect(await counts(door)).toEqual({ sold: 0, held: 0 });
    expect(await list.list()).toMatchObject({ declined: 2, invited: 0 });
    expect(await list.invite(ada.id)).toMatchObject([{ state: 'INVITED' }]);
    const next = await tokenOf(api, 'declines@example.org');
    expect(next).not.toBe(token);
    expect(await view(token).catch(nameOf)).toBe('INVITATION_UNKNOWN');
  });

  it('that nobody answers gives its places back by the clock', async () => {
    const door = await openDoor(api, { capacity: 10, places: 2 });
    const list = bouncer(door.organiser, door);
    const ada = await list.add('Ada', 'late@example.org', 1);
    await list.invite(ada.id);
    const token = await tokenOf(api, 'late@example.org');
    await letTimePass(api, door, 60 * 24 * 9000);
    expect(await list.all()).toMatchObject([{ state: 'EXPIRED' }]);
    expect(await view(token)).toMatchObject({ state: 'EXPIRED' });
    expect(await answer(token, { answer: 'ACCEPT' }).catch(nameOf)).toBe('INVITATION_OVER');
    // Its places are the list's again at once, and everybody's once the job came by.
    const grace = await list.add('Grace', null, 1);
    expect(await list.confirm([grace.id])).toMatchObject([{ state: 'CONFIRMED' }]);
    await releaseAllExpired(systemContext(api.resources));
    expect(await counts(door)).toEqual({ sold: 2, held: 0 });
  });

  it('follows its list to another deadline, and ends when it is taken back', async () => {
    const door = await openDoor(api, { capacity: 10, places: 5 });
    const list = bouncer(door.organiser, door);
    const ada = await list.add('Ada', 'moved@example.org');
    await list.invite(ada.id);
    const deadline = new Date(Date.now() + 3_600_000).toISOString();
    const { version = 0 } = (await list.list()) ?? {};
    await list.ticketing.updateGuestList({ params: list.params, body: { version, changes: { deadline } } });
    expect(await list.all()).toMatchObject([{ expiresAt: deadline }]);
    const token = await tokenOf(api, 'moved@example.org');
    await list.remove(ada.id);
    expect(await counts(door)).toEqual({ sold: 0, held: 0 });
    expect(await view(token).catch(nameOf)).toBe('INVITATION_UNKNOWN');
    await list.remove(ada.id);
    expect(await list.all()).toEqual([]);
  });

  it('wants an address, a festival that sells, and somebody who has no tickets yet', async () => {
    const door = await openDoor(api, { capacity: 10, places: 5 });
    const list = bouncer(door.organiser, door);
    const [mute, ada] = [await list.add('Mute'), await list.add('Ada', 'has@example.org')];
    expect(await list.invite(mute.id).catch(nameOf)).toBe('GUEST_WITHOUT_EMAIL');
    await list.confirm([ada.id]);
    expect(await list.invite(ada.id).catch(nameOf)).toBe('GUEST_HAS_TICKETS');
    await api.ownerPool.query(`update festival set status = 'CANCELLED' where id = $1`, [door.festivalId]);
    const later = await list.add('Later', 'later@example.org');
    expect(await list.invite(later.id).catch(nameOf)).toBe('SALES_CLOSED');
    expect(await list.confirm([later.id]).catch(nameOf)).toBe('SALES_CLOSED');
  });
});

describe('places', () => {
  /** Asks for tickets for so many guests at once, each alone; how many got some. */
  async function rush(door: Door, many: number): Promise<{ placed: number; refusals: Set<string> }> {
    const list = bouncer(door.organiser, door);
    const guests = await Promise.all(Array.from({ length: many }, (_, at) => list.add(`Guest ${at}`)));
    const results = await Promise.allSettled(guests.map(({ id }) => list.confirm([id])));
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [nameOf(result.reason)] : []));
    return { placed: many - refusals.length, refusals: new Set(refusals) };
  }

  it('are never more than the list has, whoever asks at the same moment', async () => {
    const door = await openDoor(api, { capacity: 100, places: 5 });
    expect(await rush(door, 30)).toEqual({ placed: 5, refusals: new Set(['GUEST_LIST_FULL']) });
    expect(await counts(door)).toEqual({ sold: 5, held: 0 });
  });

  it('would be more than the list has if it were not locked: this test can fail', async () => {
    const door = await openDoor(api, { capacity: 100, places: 5 });
    await withoutGuard(api, { name: 'lock_guest_list', guard: ' for no key update' }, async () => {
      expect((await rush(door, 30)).placed).toBeGreaterThan(5);
    });
  });

  it('are never more than the type has, between guests and buyers', async () => {
    const door = await openDoor(api, { capacity: 20, places: 100 });
    const list = bouncer(door.organiser, door);
    const guests = await Promise.all(Array.from({ length: 30 }, (_, at) => list.add(`Guest ${at}`)));
    const results = await Promise.allSettled([
      ...guests.map(({ id }) => list.confirm([id])),
      ...Array.from({ length: 30 }, () => buyer(api, door).hold()),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    const { sold, held } = await quotaOf(api, door);
    expect(sold + held).toBe(20);
    expect(await auditFestival(systemContext(api.resources), FestivalId.parse(door.festivalId))).toEqual([]);
  });

  it('count in the quotas that the type shares', async () => {
    const door = await openDoor(api, { capacity: 20, places: 20 });
    const list = bouncer(door.organiser, door);
    await list.ticketing.createSharedQuota({
      params: list.params,
      body: { name: 'Site', capacity: 3, ticketTypeIds: [door.ticketTypeId] },
    });
    const guests = await Promise.all(Array.from({ length: 4 }, (_, at) => list.add(`Guest ${at}`)));
    expect(await list.confirm(guests.map(({ id }) => id)).catch(nameOf)).toBe('SOLD_OUT');
    expect(await list.confirm(guests.slice(0, 3).map(({ id }) => id))).toHaveLength(3);
  });

  it('are given once to somebody who accepts, declines and is taken off at the same moment', async () => {
    const door = await openDoor(api, { capacity: 10, places: 10 });
    const list = bouncer(door.organiser, door);
    const ada = await list.add('Ada', 'torn@example.org', 1);
    await list.invite(ada.id);
    const token = await tokenOf(api, 'torn@example.org');
    await Promise.allSettled([
      ...Array.from({ length: 6 }, () => answer(token, { answer: 'ACCEPT' })),
      ...Array.from({ length: 6 }, () => answer(token, { answer: 'DECLINE' })),
      ...Array.from({ length: 3 }, () => list.confirm([ada.id])),
    ]);
    const [guest] = await list.all();
    expect(await counts(door)).toEqual({ sold: guest?.tickets, held: 0 });
    expect(await auditFestival(systemContext(api.resources), FestivalId.parse(door.festivalId))).toEqual([]);
  });
});
