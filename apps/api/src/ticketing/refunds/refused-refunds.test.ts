/** Money that needs a person: refunds that a provider refuses, and news that nobody expected, leave the list only by somebody's deed. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { systemContext } from '../../platform/context.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { finishRefunds } from './give-back.ts';
import { buyer, openShop, type Shop } from '../testing.ts';
import { refuseRefunds } from './testing.ts';

let api: TestApi;
let shop: Shop;
let team: Awaited<ReturnType<TestApi['person']>>['client'];
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  shop = await openShop(api, { capacity: 10 });
  team = (await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] })).client;
});

const here = () => ({ festivalId: shop.festivalId });
const refused = () => team.ticketing.listRefusedRefunds({ params: here() });
const concerns = async () => (await team.board.getBoard({ params: here() })).concerns.map(({ kind }) => kind);

it('a refund that its provider refuses is listed with its words, tried again when somebody says so, and given once', async () => {
  const { id: orderId, tickets, payment } = await buyer(api, shop).buy(1);
  const accept = await refuseRefunds(api, payment?.id);
  const params = { ...here(), orderId };
  const ticketIds = tickets.map(({ id }) => id);
  const refund = await team.ticketing.refundOrder({ params, body: { ticketIds, reason: 'rain' } });
  expect(refund.status).toBe('PENDING');
  await api.ownerPool.query('update refund set next_try_at = null where id = $1', [refund.id]);
  expect(await refused()).toMatchObject([
    { refundId: refund.id, orderId, amount: 4500, failure: 'the bank says no', nextTryAt: null },
  ]);
  expect(await concerns()).toContain('money_to_look_at');
  await finishRefunds(systemContext(api.resources));
  expect((await refused())[0]?.attempts).toBe(1);

  await accept();
  const onRefund = { ...here(), refundId: refund.id };
  await Promise.all(Array.from({ length: 5 }, () => team.ticketing.retryRefund({ params: onRefund })));
  await Promise.all([finishRefunds(systemContext(api.resources)), finishRefunds(systemContext(api.resources))]);
  expect(await refused()).toEqual([]);
  expect(await concerns()).not.toContain('money_to_look_at');
  expect(await refusalOf(team.ticketing.retryRefund({ params: onRefund }))).toMatchObject({ status: 404 });
  const { rows } = await api.ownerPool.query('select count(*)::int as times from sandbox_refund where charge = $1', [
    payment?.id,
  ]);
  expect(rows).toEqual([{ times: 1 }]);
});

it('news of an unknown payment are listed until somebody says what they are, in their own festival alone', async () => {
  const subject = { what: 'charge', references: ['pi_stray'], claims: { festivalId: shop.festivalId, paymentId: 'x' } };
  await api.ownerPool.query(
    `insert into provider_event (provider, id, kind, subject, body, outcome) values ('stripe', $1, 'payment_intent.succeeded', $2, '', 'QUARANTINED')`,
    [`evt_${shop.festivalId}`, JSON.stringify(subject)],
  );
  const body = { provider: 'stripe' as const, id: `evt_${shop.festivalId}`, note: 'a test of ours' };
  expect(await concerns()).toContain('money_to_look_at');
  const other = await openShop(api, { capacity: 1 });
  const stranger = await api.person({ roles: [{ festivalId: other.festivalId, role: 'ORGANISER' }] });
  const elsewhere = stranger.client.payments.settleNews({ params: { festivalId: other.festivalId }, body });
  expect(await refusalOf(elsewhere)).toMatchObject({ status: 404 });
  const organiser = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'PROGRAMMER' }] });
  expect(await refusalOf(organiser.client.payments.settleNews({ params: here(), body }))).toMatchObject({
    status: 403,
  });

  expect((await team.payments.settleNews({ params: here(), body })).quarantined).toEqual([]);
  expect(await concerns()).not.toContain('money_to_look_at');
  expect(await refusalOf(team.payments.settleNews({ params: here(), body }))).toMatchObject({ status: 404 });
});
