/** What was taken by hand: what the books say, by whom, for whom it concerns. */
import { FestivalId } from '@festivals/domain/primitives';
import type { DeskMeans } from '@festivals/domain/ticketing/desk-contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { openShop } from '../testing.ts';

let api: TestApi;
let festivalId: FestivalId;
let ticketTypeId: string;
type Client = Awaited<ReturnType<TestApi['person']>>['client'];
let [ada, grace, finance] = [] as unknown as [Client, Client, Client];
beforeAll(async () => {
  api = await startApi();
  const shop = await openShop(api, { capacity: 30 });
  festivalId = FestivalId.parse(shop.festivalId);
  ({ ticketTypeId } = shop);
  const person = async (name: string, role: 'CASHIER' | 'FINANCE') =>
    (await api.person({ name, roles: [{ festivalId, role }] })).client;
  [ada, grace, finance] = [
    await person('Ada', 'CASHIER'),
    await person('Grace', 'CASHIER'),
    await person('Fi', 'FINANCE'),
  ];
});
afterAll(() => api.stop());

const sell = async (client: Client, means: DeskMeans, quantity = 1) => {
  const body = {
    wishes: { items: [{ ticketTypeId, quantity }] },
    total: 4_500 * quantity,
    language: 'en' as const,
    means,
    ...(means === 'FREE' && { reason: 'the press' }),
  };
  return (await client.ticketing.sellAtDesk({ params: { festivalId }, body })).order;
};
const takings = (client: Client, day?: string) =>
  client.ticketing.listTakings({ params: { festivalId }, query: day === undefined ? {} : { day } });
const told = async (client: Client) =>
  (await takings(client)).takings.map(({ name, where, times, taken, paidOut }) => [name, where, times, taken, paidOut]);

it('is told by person and place, what was paid out beside it; one’s own alone to those who do not read the ledger', async () => {
  expect((await takings(finance)).takings).toEqual([]);
  const first = await sell(ada, 'CASH', 2);
  await sell(ada, 'CASH');
  await sell(ada, 'CARD_TERMINAL');
  await sell(ada, 'FREE');
  await sell(grace, 'CASH');
  await sell(grace, 'BANK_TRANSFER');
  const on = { festivalId, orderId: first.id };
  const refund = await finance.ticketing.refundOrder({
    params: on,
    body: { ticketIds: first.tickets.slice(0, 1).map(({ id }) => id), reason: 'rain' },
  });
  await finance.ticketing.payRefundByHand({
    params: { festivalId, refundId: refund.id },
    body: { from: 'CASH', reference: 'slip 1' },
  });
  const ofAda = [
    ['Ada', 'CASH', 2, 13_500, 0],
    ['Ada', 'TERMINAL', 1, 4_500, 0],
  ];
  const all = [...ofAda, ['Fi', 'CASH', 1, 0, 4_500], ['Grace', 'BANK', 1, 4_500, 0], ['Grace', 'CASH', 1, 4_500, 0]];
  expect(await told(ada)).toEqual(ofAda);
  expect(await told(finance)).toEqual(all);

  // It is the ledger's own word.
  const sums = await finance.ledger.getLedgerSums({ params: { festivalId }, query: {} });
  const inTill = sums
    .filter(({ account }) => account === 'CASH')
    .reduce((sum, { debit, credit }) => sum + debit - credit, 0);
  const counted = (await takings(finance)).takings
    .filter(({ where }) => where === 'CASH')
    .reduce((sum, { taken, paidOut }) => sum + taken - paidOut, 0);
  expect(counted).toBe(inTill);
});

it('ends with the night, and is none on another day', async () => {
  await api.ownerPool.query(`update festival set zone = 'Europe/Brussels' where id = $1`, [festivalId]);
  const { day } = await takings(finance);
  await api.ownerPool.query(
    `update event set at = ($2 || ' 04:00+00')::timestamptz + interval '1 day' where festival_id = $1`,
    [festivalId, '2031-07-10'],
  );
  expect((await takings(finance, day)).takings).toEqual([]);
  // Six in the morning of Brussels in July.
  expect((await takings(finance, '2031-07-11')).takings).toHaveLength(5);
  await api.ownerPool.query(`update event set at = at - interval '1 second' where festival_id = $1`, [festivalId]);
  expect((await takings(finance, '2031-07-10')).takings).toHaveLength(5);
  expect((await takings(finance, '2031-07-11')).takings).toEqual([]);
});

it('goes out as a file of that day', async () => {
  const file = async (client: Client, only: string) =>
    (
      await client.lists.exportList({
        params: { festivalId, list: 'takings' },
        query: { format: 'csv', mark: false, only },
      })
    ).text();
  expect((await file(finance, '2031-07-10')).trim().split('\r\n')).toEqual([
    'Day,Who,Paid by,How often,Taken,Paid out,To be there,Currency',
    '2031-07-10,Ada,Cash,2,135.00,0.00,135.00,EUR',
    '2031-07-10,Ada,Card terminal,1,45.00,0.00,45.00,EUR',
    '2031-07-10,Fi,Cash,1,0.00,45.00,-45.00,EUR',
    '2031-07-10,Grace,Bank,1,45.00,0.00,45.00,EUR',
    '2031-07-10,Grace,Cash,1,45.00,0.00,45.00,EUR',
  ]);
  expect((await file(ada, '2031-07-10')).trim().split('\r\n')).toHaveLength(3);
});

it('is refused for days that are none, and to those who do not sell', async () => {
  for (const day of ['2031-02-30', 'today', '2031-7-1', '\0', '20310-07-10'])
    expect(await refusalOf(takings(finance, day))).toMatchObject({ name: 'VALIDATION_FAILED' });
  for (const day of ['0000-01-01', '0001-01-01', '9999-12-31'])
    expect((await takings(finance, day)).takings).toEqual([]);
  const { client } = await api.person({ roles: [{ festivalId, role: 'STAFF' }] });
  expect(await refusalOf(takings(client))).toMatchObject({ name: 'FORBIDDEN' });
});
