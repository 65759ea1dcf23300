import type { FestivalId } from '@festivals/domain/primitives';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { devicesModule } from '../devices/module.ts';
import { failureOf, insertFestival } from '../festival/testing.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { accessModule } from './module.ts';
import { openGate, sellTickets, type Gate } from './testing.ts';

let api: TestApi;
let festivalId: FestivalId;
let gate: Gate;
let tickets: string[];

beforeAll(async () => {
  api = await startApi({ modules: [devicesModule, accessModule] });
});
afterAll(() => api.stop());

beforeEach(async () => {
  ({ id: festivalId } = await insertFestival(api.ownerPool, { status: 'ONGOING' }));
  gate = await openGate(api, festivalId);
  tickets = await sellTickets(api.ownerPool, festivalId, 25);
});

/** Reads on from a cursor to the end of the changes. */
async function catchUp(from?: string, limit = 10) {
  const read: { ticketId: string; state: string; at: string }[] = [];
  let cursor = from;
  for (;;) {
    const page = await gate.client.access.pullTickets({
      params: { festivalId },
      query: { limit, ...(cursor && { cursor }) },
    });
    read.push(...page.tickets);
    cursor = page.cursor;
    if (!page.more) return { read, cursor };
    expect(page.tickets).toHaveLength(limit);
  }
}

/** Neighbouring test databases share the cluster and hold the horizon back for a moment. */
const caughtUp = async (from: string | undefined, count: number): Promise<void> => {
  await expect.poll(async () => (await catchUp(from)).read.length).toBe(count);
};

it('gives every ticket once, page by page, and then nothing but a cursor to ask with later', async () => {
  await caughtUp(undefined, 25);
  const all = await catchUp();
  expect(all.read.map(({ ticketId }) => ticketId).toSorted()).toEqual(tickets.toSorted());
  expect(all.read[0]).toMatchObject({ state: 'VALID', typeName: { en: 'Day' } });
  expect(await catchUp(all.cursor)).toEqual({ read: [], cursor: all.cursor });
});

it('starts with a cursor even where nothing was sold', async () => {
  const { id: empty } = await insertFestival(api.ownerPool, { status: 'ONGOING' });
  const lonely = await openGate(api, empty);
  const first = await lonely.client.access.pullTickets({ params: { festivalId: empty } });
  expect(first).toMatchObject({ tickets: [], more: false });
  expect(
    await lonely.client.access.pullTickets({ params: { festivalId: empty }, query: { cursor: first.cursor } }),
  ).toEqual(first);
});

it('tells what changed: admitted and since when, revoked, sold later', async () => {
  await caughtUp(undefined, 25);
  const { cursor } = await catchUp();
  const [admitted = '', refunded = ''] = tickets;
  const wallClock = Date.now() - 120_000;
  await gate.send([gate.scan(admitted, { wallClock })]);
  await api.ownerPool.query(`update ticket set status = 'REFUNDED' where id = $1`, [refunded]);
  const [sold = ''] = await sellTickets(api.ownerPool, festivalId, 1);
  await caughtUp(cursor, 3);
  expect((await catchUp(cursor)).read).toMatchObject([
    { ticketId: admitted, state: 'ADMITTED', at: new Date(wallClock).toISOString() },
    { ticketId: refunded, state: 'REVOKED' },
    { ticketId: sold, state: 'VALID' },
  ]);
});

it('waits for a sale that began before and ends after a later one', async () => {
  await caughtUp(undefined, 25);
  const { cursor } = await catchUp();
  const [early = '', late = ''] = tickets;
  const slow = await api.ownerPool.connect();
  try {
    await slow.query('begin');
    await slow.query(`update ticket set status = 'CANCELLED' where id = $1`, [early]);
    await api.ownerPool.query(`update ticket set status = 'CANCELLED' where id = $1`, [late]);
    expect(await catchUp(cursor)).toEqual({ read: [], cursor });
    await slow.query('commit');
  } finally {
    // With its connection a transaction that a failure left open ends as well.
    slow.release(true);
  }
  await caughtUp(cursor, 2);
  expect((await catchUp(cursor)).read.map(({ ticketId }) => ticketId)).toEqual([early, late]);
});

it('refuses a cursor that it did not write, and whoever is no device', async () => {
  const params = { festivalId };
  expect(await failureOf(gate.client.access.pullTickets({ params, query: { cursor: 'WyJ4Il0' } }))).toMatchObject({
    status: 400,
    name: 'INVALID_CURSOR',
  });
  const organiser = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  expect(await failureOf(organiser.client.access.pullTickets({ params }))).toMatchObject({ name: 'NOT_A_DEVICE' });
});

it('shows security who came in, the conflicts apart, and everyone of the team how many', async () => {
  const other = await openGate(api, festivalId, 'Other');
  await gate.send(tickets.slice(0, 10).map((id) => gate.scan(id)));
  await other.send(tickets.slice(0, 2).map((id) => other.scan(id)));
  const { client } = await api.person({ roles: [{ festivalId, role: 'SECURITY' }] });
  const params = { festivalId };

  const first = await client.access.listAdmissions({ params, query: { limit: 7 } });
  const second = await client.access.listAdmissions({
    params,
    query: { limit: 7, cursor: first.next ?? expect.fail() },
  });
  expect(second.next).toBeNull();
  const all = [...first.items, ...second.items];
  expect(new Set(all.map(({ id }) => id)).size).toBe(12);
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );

  const conflicts = await client.access.listAdmissions({ params, query: { conflicts: true } });
  expect(conflicts.items.map(({ ticketId }) => ticketId).toSorted()).toEqual(
    tickets
      .slice(0, 2)
      .flatMap((id) => [id, id])
      .toSorted(),
  );
  expect(conflicts.items.filter(({ primary }) => primary)).toHaveLength(2);
  expect(await client.access.getAccessFigures({ params })).toEqual({
    admitted: 10,
    valid: 15,
    conflicts: 2,
    lastAt: all[0]?.at,
  });

  const visitor = await api.person();
  expect(await failureOf(visitor.client.access.listAdmissions({ params }))).toMatchObject({ status: 403 });
});
