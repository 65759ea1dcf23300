/** What is limited: kinds of a type, options, and what a code opens. */
import { ApiError } from '@festivals/contract';
import { FestivalId } from '@festivals/domain/primitives';
import { plainRules } from '@festivals/domain/ticketing/pricing/plain-rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditFestival } from '../../ledger/audit-money.ts';
import { systemContext } from '../../platform/context.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { newSecret, openShop } from '../testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const nameOf = (error: unknown): string => (error instanceof ApiError ? error.name : String(error));
const items = (ticketTypeId: string, quantity = 1, more: object = {}) => [{ ticketTypeId, quantity, ...more }];

async function opened(type: object = {}) {
  const { festivalId } = await openShop(api, { capacity: 10 });
  const params = { festivalId: FestivalId.parse(festivalId) };
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const { id } = await client.ticketing.createTicketType({
    params,
    body: { name: { en: 'Weekend' }, price: 9_000, vat: 600, capacity: 50, ...type },
  });
  const { ticketing } = api.client('site');
  const hold = (wanted: object, secret = newSecret()) =>
    ticketing.holdBasket({ params, body: { secret, items: items(id), ...wanted } });
  const buy = async (wanted: object = {}, email = 'ada@example.org') => {
    const secret = newSecret();
    const { id: basketId } = await hold(wanted, secret);
    const order = await ticketing.placeOrder({
      params,
      body: { basketId, secret, email, name: 'Ada', language: 'en' },
    });
    return ticketing.payOrder({ params: { ...params, orderId: order.id }, body: { secret, method: 'succeeds' } });
  };
  const refund = (order: Awaited<ReturnType<typeof buy>>) =>
    client.ticketing.refundOrder({
      params: { ...params, orderId: order.id },
      body: { ticketIds: order.tickets.map((ticket) => ticket.id), reason: 'ill' },
    });
  const flaws = () => auditFestival(systemContext(api.resources), params.festivalId);
  return {
    params,
    festivalId,
    id,
    team: client.ticketing,
    ticketing,
    hold,
    buy,
    refund,
    flaws,
  };
}

describe('a kind of which there are only so many', () => {
  const kind = { id: crypto.randomUUID(), name: { en: 'Reduced' }, price: 6_000, capacity: 1 };
  const limited = () => opened({ variations: [kind, { ...kind, id: crypto.randomUUID(), capacity: null }] });

  it('is sold out by that name, and sold again once nobody holds it any more', async () => {
    const { id, hold } = await limited();
    const wanted = { items: items(id, 1, { variationId: kind.id }) };
    const first = await hold(wanted);
    expect(await hold(wanted).catch(nameOf)).toBe('SOLD_OUT');
    await api.ownerPool.query(`update basket set expires_at = now() - interval '1 second' where id = $1`, [first.id]);
    await expect(hold(wanted)).resolves.toMatchObject({ total: 6_000 });
  });

  it('is sold again once its ticket was given back or taken back; a ticket made anew gives none back', async () => {
    const { id, params, team, buy, hold, refund, flaws } = await limited();
    const wanted = { items: items(id, 1, { variationId: kind.id }) };
    await refund(await buy(wanted));
    const again = await buy(wanted);
    const onTicket = (ticketId: string) => ({
      params: { ...params, orderId: again.id, ticketId },
      body: { reason: 'lost' },
    });
    const made = await team.reissueTicket(onTicket(again.tickets[0]?.id ?? ''));
    expect(await hold(wanted).catch(nameOf)).toBe('SOLD_OUT');
    const living = made.tickets.find(({ status }) => status === 'SOLD');
    await team.cancelTicket(onTicket(living?.id ?? ''));
    await expect(buy(wanted)).resolves.toMatchObject({ status: 'PAID' });
    expect(await hold(wanted).catch(nameOf)).toBe('SOLD_OUT');
    expect(await flaws()).toEqual([]);
  });
});

describe('a code', () => {
  it('is one, however its accents are typed', async () => {
    const { params, team, hold } = await opened();
    for (const code of ['été', 'Straße'])
      await team.createPromoCode({ params, body: { code: code.normalize('NFD'), effect: 'PERCENT', value: 1_000 } });
    for (const typed of ['été'.normalize('NFD'), 'ÉTÉ', 'straße', 'STRASSE'])
      await expect(hold({ codes: [typed] })).resolves.toMatchObject({ total: 8_100 });
    expect(await hold({ codes: ['été', 'ÉTÉ'.normalize('NFD')] }).catch(nameOf)).toBe('VALIDATION_FAILED');
  });

  it('opens hidden types in its time alone, and not once it is used up', async () => {
    const { params, team, ticketing, id, buy } = await opened({ hidden: true });
    const make = (code: string, more: object) =>
      team.createPromoCode({ params, body: { code, effect: 'NONE', unlocks: [id], ...more } });
    await make('SOON', { validFrom: '2190-01-01T00:00:00Z' });
    await make('OVER', { validUntil: '2020-01-01T00:00:00Z' });
    await make('ONCE', { uses: 1 });
    await make('OFF', { disabled: true });
    const isSeen = async (code: string) => {
      const { offers } = await ticketing.getShop({ params, query: { code } });
      return offers.some((offer) => offer.id === id);
    };
    expect(await isSeen('ONCE')).toBe(true);
    await buy({ codes: ['ONCE'] });
    for (const code of ['SOON', 'OVER', 'ONCE', 'OFF']) expect([code, await isSeen(code)]).toEqual([code, false]);
  });
});

it('an option that needs a ticket is bought with one, and says so', async () => {
  const { params, team, hold } = await opened();
  const option = (needsTicket: boolean) =>
    team.createTicketOption({
      params,
      body: { kind: 'PARKING', name: { en: 'Parking' }, price: 1_000, vat: 600, needsTicket },
    });
  const [bound, free] = [await option(true), await option(false)].map(({ id }) => [{ optionId: id, quantity: 1 }]);
  expect(await hold({ items: [], options: bound }).catch(nameOf)).toBe('OPTION_NEEDS_TICKET');
  await expect(hold({ items: [], options: free })).resolves.toMatchObject({ total: 1_000 });
  for (const options of [bound, free]) await expect(hold({ options })).resolves.toMatchObject({ total: 10_000 });
});

describe('a limit that is set late, or taken away and set again', () => {
  it('counts the options that were sold and are held, until their orders are given back', async () => {
    const { params, team, hold, buy, refund, flaws } = await opened();
    const { id } = await team.createTicketOption({
      params,
      body: { kind: 'PARKING', name: { en: 'Parking' }, price: 1_000, vat: 600, needsTicket: false, most: 20 },
    });
    const wanted = { options: [{ optionId: id, quantity: 1 }] };
    const first = await buy(wanted);
    await buy(wanted);
    await hold(wanted);
    const limit = async (capacity: number | null) => {
      const version = (await team.listTicketOptions({ params })).find((one) => one.id === id)?.version ?? 0;
      return team.updateTicketOption({ params: { ...params, optionId: id }, body: { version, changes: { capacity } } });
    };
    expect(await limit(2).catch(nameOf)).toBe('QUOTA_BELOW_SOLD');
    for (const capacity of [3, null, 3]) await limit(capacity);
    expect(await hold(wanted).catch(nameOf)).toBe('SOLD_OUT');
    expect(await flaws()).toEqual([]);
    await refund(first);
    await expect(buy(wanted)).resolves.toMatchObject({ status: 'PAID' });
    expect(await hold(wanted).catch(nameOf)).toBe('SOLD_OUT');
    expect(await flaws()).toEqual([]);
  });

  it('counts the uses of a code and what it cost', async () => {
    const { params, team, hold, buy, flaws } = await opened();
    const { id } = await team.createPromoCode({ params, body: { code: 'LATE', effect: 'AMOUNT', value: 1_000 } });
    await buy({ codes: ['LATE'] });
    await hold({ codes: ['LATE'] });
    const change = async (changes: object) => {
      const { version } = await team.getPromoCode({ params: { ...params, codeId: id } });
      return team.updatePromoCode({ params: { ...params, codeId: id }, body: { version, changes } });
    };
    expect(await change({ uses: 1 }).catch(nameOf)).toBe('QUOTA_BELOW_SOLD');
    await change({ uses: 2 });
    expect(await hold({ codes: ['LATE'] }).catch(nameOf)).toBe('CODE_SPENT');
    await change({ uses: null, budget: 2_999 });
    expect(await hold({ codes: ['LATE'] }).catch(nameOf)).toBe('CODE_SPENT');
    await change({ budget: 3_000 });
    await expect(buy({ codes: ['LATE'] })).resolves.toMatchObject({ total: 8_000 });
    expect(await flaws()).toEqual([]);
  });

  it('counts a kind’s tickets, but not those that were given back', async () => {
    const kind = { id: crypto.randomUUID(), name: { en: 'Reduced' }, price: 6_000, capacity: null };
    const { id, params, team, hold, buy, refund, flaws } = await opened({ variations: [kind] });
    const wanted = { items: items(id, 1, { variationId: kind.id }) };
    await refund(await buy(wanted));
    const second = await buy(wanted);
    const held = await hold(wanted);
    await team.updateTicketType({
      params: { ...params, ticketTypeId: id },
      body: { version: 1, changes: { variations: [{ ...kind, capacity: 2 }] } },
    });
    expect(await hold(wanted).catch(nameOf)).toBe('SOLD_OUT');
    expect(await flaws()).toEqual([]);
    await api.ownerPool.query(`update basket set expires_at = now() - interval '1 second' where id = $1`, [held.id]);
    await expect(buy(wanted)).resolves.toMatchObject({ status: 'PAID' });
    await refund(second);
    await expect(buy(wanted)).resolves.toMatchObject({ status: 'PAID' });
    expect(await hold(wanted).catch(nameOf)).toBe('SOLD_OUT');
    expect(await flaws()).toEqual([]);
  });
});

describe('what the shop shows', () => {
  it('of a bundle is what it costs, fees of a percentage within', async () => {
    const { params, team, ticketing, id } = await opened();
    const bundle = { id: crypto.randomUUID(), name: { en: 'Three' }, description: {}, price: 20_000, maxPerOrder: 1 };
    const fee = { id: crypto.randomUUID(), name: { en: 'Booking' }, vat: 600, ticketTypeIds: [], onFree: false };
    await team.savePriceRules({
      params,
      body: {
        version: 0,
        rules: {
          ...plainRules,
          bundles: [{ ...bundle, parts: [{ ticketTypeId: id, variationId: null, quantity: 3 }] }],
          fees: [{ ...fee, kind: 'PERCENT', amount: 250 }],
        },
      },
    });
    const { bundles } = await ticketing.getShop({ params, query: {} });
    const quote = await ticketing.quoteBasket({
      params,
      body: { items: [], bundles: [{ bundleId: bundle.id, quantity: 1 }] },
    });
    expect([bundles[0]?.price, bundles[0]?.listPrice]).toEqual([quote.total, 27_675]);
    expect(quote.total).toBe(20_501);
  });
});
