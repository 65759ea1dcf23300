/** Keys are started and withdrawn by hand, while tickets are sold: no code is lost, and none of a withdrawn key opens a gate. */
import { ApiError } from '@festivals/contract';
import { fromBase64Url } from '@festivals/domain/bytes';
import { checkTicketCode } from '@festivals/domain/ticketing/ticket-code';
import type { FestivalId } from '@festivals/domain/primitives';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openGate } from '../../access/testing.ts';
import { newestMessages } from '../../mail/mailbox.ts';
import { systemContext, type Resources } from '../../platform/context.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { codeOf, signersOf } from '../orders/order-view.ts';
import { replaceTickets } from './replace-tickets.ts';
import { buyer, openShop, type Shop } from '../testing.ts';

let api: TestApi;
let shop: Shop;
let organiser: Awaited<ReturnType<TestApi['person']>>;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  shop = await openShop(api, { capacity: 1000 });
  organiser = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
});

const nameOf = (error: unknown) => (error instanceof ApiError ? error.name : String(error));
const at = () => ({ params: { festivalId: shop.festivalId } });
const keys = () => organiser.client.ticketing.listTicketKeys(at());
const start = async (was?: number | null) => {
  const signs = (await keys()).find((key) => key.signs)?.number ?? null;
  return organiser.client.ticketing.startTicketKey({ ...at(), body: { was: was === undefined ? signs : was } });
};
const withdraw = (number: number, reason = 'A copy of it was lost') =>
  organiser.client.ticketing.withdrawTicketKey({ params: { festivalId: shop.festivalId, number }, body: { reason } });
/** The keys as a gate that syncs now is told them. */
const atTheGate = async (festivalId = shop.festivalId) => {
  const gate = await openGate(api, festivalId as FestivalId, `Gate ${Math.random()}`);
  return (await gate.client.access.pullTickets({ params: { festivalId }, query: {} })).keys;
};
const check = async (code: string | null | undefined) => {
  const verdict = checkTicketCode(code ?? '', await atTheGate());
  return verdict.ok ? verdict.keyNumber : verdict.because;
};
/** As if the seconds were over after which no process signs with an old key. */
const letSecondsPass = () =>
  api.ownerPool.query(`update key_replacement set not_before = now() - interval '1 second' where festival_id = $1`, [
    shop.festivalId,
  ]);
/** As another process has it: the same database, nothing remembered. */
const otherProcess = (): Resources => ({ ...api.resources });

describe('a withdrawn key', () => {
  it('is refused at every gate; another one signs at once, and each buyer is mailed a code that is good', async () => {
    const someone = buyer(api, shop, 'withdrawn@example.org');
    const order = await someone.buy(2);
    const old = order.tickets.map(({ code }) => code);
    expect((await withdraw(1)).map(({ number, signs, tickets }) => [number, signs, tickets])).toEqual([
      [2, true, 2],
      [1, false, 0],
    ]);
    expect(await check(old[0])).toBe('withdrawn');
    const again = await someone.view(order.id);
    expect(again.tickets.map(({ id }) => id)).toEqual(order.tickets.map(({ id }) => id));
    expect(await check(again.tickets[0]?.code)).toBe(2);

    await replaceTickets(systemContext(api.resources));
    expect((await keys())[1]?.replacement).toEqual({
      reason: 'A copy of it was lost',
      orders: 0,
      sent: 0,
      done: false,
    });
    await letSecondsPass();
    await replaceTickets(systemContext(api.resources));
    expect((await keys())[1]?.replacement).toMatchObject({ orders: 1, sent: 1, done: true });
    await api.runJobsOnce();
    const mails = (await newestMessages(api.resources.env.FESTIVALS_DATA, 20)).filter(({ to }) =>
      to.includes('withdrawn@example.org'),
    );
    expect(mails.filter(({ subject }) => subject.startsWith('New tickets'))).toHaveLength(1);
  });

  it('says the same to another process, and leaves other keys and their tickets alone', async () => {
    const first = await buyer(api, shop).buy();
    await start();
    const second = await buyer(api, shop).buy();
    await withdraw(1);
    const signers = await signersOf(systemContext(otherProcess()), shop.festivalId as FestivalId);
    const [one, two] = [first.tickets[0], second.tickets[0]];
    if (!one || !two) throw new Error('no tickets');
    expect(await check(codeOf(one, signers))).toBe(2);
    expect(codeOf(two, signers)).toBe(two.code);
    expect((await keys()).map(({ number, tickets }) => [number, tickets])).toEqual([
      [2, 2],
      [1, 0],
    ]);
  });

  it('is withdrawn once by ten at the same moment, and mails each order once, however many workers are at it', async () => {
    for (let order = 0; order < 6; order += 1) await buyer(api, shop, `many${order}@example.org`).buy();
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => withdraw(1)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await withdraw(1).catch(nameOf)).toBe('KEY_WITHDRAWN');
    await letSecondsPass();
    await Promise.all(Array.from({ length: 5 }, () => replaceTickets(systemContext(otherProcess()))));
    await replaceTickets(systemContext(api.resources));
    const { rows } = await api.ownerPool.query<{ n: number; orders: number }>(
      `select count(*)::int as n, count(distinct subject_id)::int as orders from event
       where festival_id = $1 and name = 'ticketing.order_tickets_replaced'`,
      [shop.festivalId],
    );
    expect(rows[0]).toEqual({ n: 6, orders: 6 });
  });

  it('goes on where a worker died: what was rolled back is sent, what was sent is not sent again', async () => {
    for (let order = 0; order < 3; order += 1) await buyer(api, shop).buy();
    await withdraw(1);
    await letSecondsPass();
    // A worker that dies before its batch is committed leaves nothing of it behind.
    const broken = { ...otherProcess() };
    const dying = api.ownerPool.query(
      `create function die_once() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
       create trigger die before insert on event for each row when (new.name = 'ticketing.order_tickets_replaced') execute function die_once()`,
    );
    await dying;
    await expect(replaceTickets(systemContext(broken))).rejects.toThrow('killed');
    expect((await keys())[1]?.replacement).toMatchObject({ orders: 0, sent: 0, done: false });
    await api.ownerPool.query('drop trigger die on event; drop function die_once()');
    await replaceTickets(systemContext(api.resources));
    expect((await keys())[1]?.replacement).toMatchObject({ orders: 3, sent: 3, done: true });
  });

  it('reaches those whom a process served that had not heard of the next key', async () => {
    await buyer(api, shop).buy();
    await start();
    // Sold a second after the second key began: a process may still have signed it with the first.
    const late = await buyer(api, shop, 'late@example.org').buy();
    await withdraw(1);
    await letSecondsPass();
    await replaceTickets(systemContext(api.resources));
    const { rows } = await api.ownerPool.query(
      'select 1 from key_replacement_order where festival_id = $1 and order_id = $2',
      [shop.festivalId, late.id],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('a new key', () => {
  it('signs what is ordered from then on; a ticket sold before keeps its code, in every process', async () => {
    const someone = buyer(api, shop);
    const before = await someone.buy(2);
    expect((await start()).map(({ number, signs }) => [number, signs])).toEqual([
      [2, true],
      [1, false],
    ]);
    const after = await buyer(api, shop).buy();
    expect(await check(after.tickets[0]?.code)).toBe(2);
    expect(await check(before.tickets[0]?.code)).toBe(1);
    const again = await someone.view(before.id);
    expect(again.tickets.map(({ code }) => code)).toEqual(before.tickets.map(({ code }) => code));
    const elsewhere = await signersOf(systemContext(otherProcess()), shop.festivalId as FestivalId);
    for (const ticket of before.tickets) expect(codeOf(ticket, elsewhere)).toBe(ticket.code);
    expect((await keys()).map(({ number, tickets }) => [number, tickets])).toEqual([
      [2, 1],
      [1, 2],
    ]);
  });

  it('is started once by twenty who see the same one sign; the others are told so', async () => {
    await buyer(api, shop).buy();
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => start(1)));
    const refused = results.flatMap((one) => (one.status === 'rejected' ? [nameOf(one.reason)] : []));
    expect(refused).toEqual(Array.from({ length: 19 }, () => 'CONFLICT'));
    expect((await keys()).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('is one that signs, whatever the lock: the database refuses a second', async () => {
    await buyer(api, shop).buy();
    const second = api.ownerPool.query(
      `insert into festival_key (festival_id, number, public_key, sealed_private_key) values ($1, 9, $2, '\\x00')`,
      [shop.festivalId, Buffer.alloc(32, 1)],
    );
    await expect(second).rejects.toThrow('festival_key_signing');
  });

  it('comes while tickets are sold: every code that a buyer was shown is good, and stays what it is', async () => {
    const sales = Array.from({ length: 24 }, async (_, index) => {
      const someone = buyer(api, shop, `rush${index}@example.org`);
      const order = await someone.buy(2);
      return { someone, order };
    });
    const turns = (async () => {
      for (let turn = 0; turn < 4; turn += 1) await start().catch(() => undefined);
    })();
    const sold = await Promise.all(sales);
    await turns;
    const now = await atTheGate();
    for (const { order } of sold)
      for (const { code } of order.tickets) expect(checkTicketCode(code, now).ok).toBe(true);
    const counted = (await keys()).reduce((sum, { tickets }) => sum + tickets, 0);
    expect(counted).toBe(48);
  });
});

describe('keys', () => {
  it('of another festival open no gate here, under the same number', async () => {
    const mine = await buyer(api, shop).buy();
    const elsewhere = await openShop(api, { capacity: 5 });
    const theirs = await buyer(api, elsewhere).buy();
    expect(await check(mine.tickets[0]?.code)).toBe(1);
    expect(await check(theirs.tickets[0]?.code)).toBe('forged');
  });

  it('are the organiser’s alone to see, start and withdraw', async () => {
    await buyer(api, shop).buy();
    for (const role of ['FINANCE', 'SECURITY', 'PROGRAMMER', 'STAFF'] as const) {
      const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role }] });
      const refused = [
        client.ticketing.listTicketKeys(at()),
        client.ticketing.startTicketKey({ ...at(), body: { was: 1 } }),
        client.ticketing.withdrawTicketKey({ params: { ...at().params, number: 1 }, body: { reason: 'x' } }),
      ];
      for (const one of await Promise.allSettled(refused))
        expect(one.status === 'rejected' && nameOf(one.reason)).toBe('FORBIDDEN');
    }
    expect(await withdraw(7).catch(nameOf)).toBe('NOT_FOUND');
    expect(await withdraw(70_000).catch(nameOf)).toMatch(/NOT_FOUND|VALIDATION_FAILED/);
  });

  it('tell of themselves in the history, and never of their private halves: not in answers, events or the log', async () => {
    await buyer(api, shop).buy();
    await start();
    const answers = JSON.stringify([await withdraw(1), await keys(), await atTheGate()]);
    const { rows } = await api.ownerPool.query<{ name: string; text: string }>(
      `select name, event::text as text from event where festival_id = $1 and name like 'ticketing.key_%' order by xid, seq`,
      [shop.festivalId],
    );
    expect(rows.map(({ name }) => name)).toEqual(['ticketing.key_started', 'ticketing.key_withdrawn']);
    const { rows: sealed } = await api.ownerPool.query<{ sealed: Buffer; publicKey: Buffer }>(
      'select sealed_private_key as sealed, public_key as "publicKey" from festival_key where festival_id = $1',
      [shop.festivalId],
    );
    const told = answers + JSON.stringify(rows);
    for (const { sealed: bytes, publicKey } of sealed) {
      // Nonce, 32 sealed bytes, tag: nothing of it is the key itself.
      expect(bytes).toHaveLength(12 + 32 + 16);
      expect(bytes.includes(publicKey)).toBe(false);
      for (const secret of [bytes.toString('base64url'), bytes.toString('hex'), bytes.toString('base64')])
        expect(told).not.toContain(secret);
    }
    expect(fromBase64Url((await atTheGate())[0]?.publicKey ?? '')).toHaveLength(32);
  });
});
