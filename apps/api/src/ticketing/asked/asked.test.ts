/** What buyers are asked: refused where it is wrong, kept once with the order, seen by whom it concerns, changed until the deadline. */
import { ApiError } from '@festivals/contract';
import type { AskedOfBuyers } from '@festivals/domain/ticketing/asked/schemas';
import { asking, question } from '@festivals/domain/ticketing/asked/testing';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemContext } from '../../platform/context.ts';
import { step } from '../../platform/transaction.ts';
import { movableClock } from '../../testing/movable-clock.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { newSecret, openShop, quotaOf, type Shop } from '../testing.ts';
import { ticketsToPrint } from '../tickets/tickets-to-print.ts';
import { findOrderAsked } from './order-asked-store.ts';

const clock = movableClock();
let api: TestApi;
let shop: Shop;
let organiser: Awaited<ReturnType<TestApi['person']>>;
let finance: Awaited<ReturnType<TestApi['person']>>;
beforeAll(async () => {
  api = await startApi({ clock });
});
afterAll(() => api.stop());
beforeEach(async () => {
  shop = await openShop(api, { capacity: 50 });
  organiser = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
  finance = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'FINANCE' }] });
});

const inShop = () => ({ params: { festivalId: shop.festivalId } });
const on = (orderId: string) => ({ params: { festivalId: shop.festivalId, orderId } });
const failure = (error: unknown) =>
  error instanceof ApiError
    ? { name: error.name, status: error.status, details: error.details }
    : { name: String(error) };
const nameOf = (error: unknown) => failure(error).name;
/** Where something is wrong, and what. */
const problemsOf = (error: unknown) => {
  const { name, details } = failure(error) as {
    name: string;
    details?: { problems?: { field: string; code: string; nth: number }[] };
  };
  return name === 'ANSWERS_WRONG' ? (details?.problems ?? []).map(({ field, code, nth }) => [nth, field, code]) : name;
};

async function ask(part: Partial<AskedOfBuyers>) {
  const { version } = await organiser.client.ticketing.getAsked(inShop());
  return organiser.client.ticketing.saveAsked({ ...inShop(), body: { asked: asking(part), version } });
}

type Told = Partial<
  Parameters<TestApi['client']> extends never ? never : Record<'attendees' | 'answers' | 'holders', unknown[]>
>;

/** A guest at the checkout. */
function guest(email = 'ada@example.org', client = api.client('site')) {
  const secret = newSecret();
  const hold = (quantity = 2, items = [{ ticketTypeId: shop.ticketTypeId, quantity }]) =>
    client.ticketing.holdBasket({ ...inShop(), body: { secret, items } });
  const place = (basketId: string, told: Told = {}, idempotencyKey = v7()) =>
    client.ticketing.placeOrder(
      { ...inShop(), body: { basketId, secret, email, name: 'Ada', language: 'en', ...told } as never },
      { idempotencyKey },
    );
  const pay = (orderId: string) => client.ticketing.payOrder({ ...on(orderId), body: { secret, method: 'succeeds' } });
  const buy = async (told: Told = {}, quantity = 2) => pay((await place((await hold(quantity)).id, told)).id);
  const view = (orderId: string) => client.ticketing.viewOrderAsked({ ...on(orderId), query: { secret } });
  const change = (orderId: string, body: object) =>
    client.ticketing.changeOrderAsked({ ...on(orderId), body: { secret, holders: [], version: 0, ...body } as never });
  return { secret, hold, place, pay, buy, view, change };
}
const comes = (nth: number, part: object = {}) => ({ lineNo: 1, nth, answers: [], ...part });
const said = (questionId: string, value: unknown) => ({ questionId, value });

describe('what a festival asks', () => {
  it('is set as a whole, from the version that was seen, by whom may, and told to everyone as far as it is asked', async () => {
    expect(await organiser.client.ticketing.getAsked(inShop())).toEqual({ asked: asking({}), version: 0 });
    const [shown, resting] = [question({ label: { en: 'Shown' } }), question({ active: false })];
    expect((await ask({ questions: [shown, resting] })).version).toBe(1);
    const stale = organiser.client.ticketing.saveAsked({ ...inShop(), body: { asked: asking({}), version: 0 } });
    expect(await stale.catch(nameOf)).toBe('CONFLICT');
    const seen = await api.client('site').ticketing.viewAsked(inShop());
    expect(seen).toMatchObject({ version: 1, startsOn: '2040-07-13', asked: { questions: [{ id: shown.id }] } });
    expect(seen.asked.questions).toHaveLength(1);
    const staff = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'STAFF' }] });
    expect(
      await staff.client.ticketing.saveAsked({ ...inShop(), body: { asked: asking({}), version: 1 } }).catch(nameOf),
    ).toBe('FORBIDDEN');
  });

  it('is refused where it contradicts itself or names an unknown type', async () => {
    const needs = question({ condition: { questionId: v7(), anyOf: ['YES'] } });
    expect(await ask({ questions: [needs] }).catch(nameOf)).toBe('VALIDATION_FAILED');
    expect(await ask({ questions: [question({ label: { en: 'nul\0' } })] }).catch(nameOf)).toBe('VALIDATION_FAILED');
    const unknown = question({ ticketTypeIds: [v7() as never] });
    expect(await ask({ questions: [unknown] }).catch(nameOf)).toBe('UNKNOWN_TYPE');
  });

  it('is set by one of twenty who start from the same version', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) =>
        organiser.client.ticketing.saveAsked({
          ...inShop(),
          body: { asked: asking({ questions: [question({ label: { en: `Q${at}` } })] }), version: 0 },
        }),
      ),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('an order', () => {
  it('is refused with each wrong answer beside its field, and nothing is placed', async () => {
    const eats = question({ kind: 'YES_NO', required: true });
    const what = question({ required: true, condition: { questionId: eats.id, anyOf: ['YES'] } });
    const bus = question({ of: 'ORDER', kind: 'NUMBER' });
    await ask({ names: 'REQUIRED', questions: [eats, what, bus] });
    const ada = guest();
    const basket = await ada.hold();
    const told = {
      attendees: [comes(1, { name: 'Ada', answers: [said(eats.id, true)] }), comes(2)],
      answers: [said(bus.id, 'many')],
    };
    expect(await ada.place(basket.id, told).catch(problemsOf)).toEqual([
      [null, bus.id, 'wrong_kind'],
      [1, what.id, 'missing'],
      [2, 'name', 'name_missing'],
      [2, eats.id, 'missing'],
    ]);
    const right = {
      attendees: [
        comes(1, { name: 'Ada', answers: [said(eats.id, true), said(what.id, 'vegan')] }),
        comes(2, { name: 'Grace', answers: [said(eats.id, false), said(what.id, 'left over')] }),
      ],
      answers: [said(bus.id, 2)],
    };
    const order = await ada.place(basket.id, right);
    const { rows } = await api.ownerPool.query(
      'select line_no, nth, value from order_answer where order_id = $1 order by line_no, nth, value::text',
      [order.id],
    );
    expect(rows).toEqual([
      { line_no: 0, nth: 0, value: 2 },
      { line_no: 1, nth: 1, value: 'vegan' },
      { line_no: 1, nth: 1, value: true },
      { line_no: 1, nth: 2, value: false },
    ]);
    const paid = await ada.pay(order.id);
    expect(paid.tickets.map(({ holder }) => holder).toSorted()).toEqual(['Ada', 'Grace']);
    const seen = await finance.client.ticketing.getOrderAsked(on(order.id));
    const grace = seen.holders.find(({ holder }) => holder === 'Grace');
    expect(grace?.ticketId).toBe(paid.tickets.find(({ holder }) => holder === 'Grace')?.id);
    expect(grace?.answers).toMatchObject([{ questionId: eats.id, value: false, label: eats.label }]);
  });

  it('keeps what it answered whatever becomes of the question, and says it in the file of orders', async () => {
    const colour = question({ kind: 'ONE_OF', label: { en: 'Colour' }, options: [{ id: v7(), name: { en: 'Red' } }] });
    await ask({ questions: [colour] });
    const id = colour.options[0]?.id ?? '';
    const order = await guest().buy({ attendees: [1, 2].map((nth) => comes(nth, { answers: [said(colour.id, id)] })) });
    await ask({ questions: [] });
    const seen = await finance.client.ticketing.getOrderAsked(on(order.id));
    expect(seen.holders.map(({ answers }) => answers)).toMatchObject([
      [{ label: { en: 'Colour' }, chosen: [{ name: { en: 'Red' } }] }],
      [{ label: { en: 'Colour' } }],
    ]);
    const file = await finance.client.lists.exportList({
      params: { festivalId: shop.festivalId, list: 'orders' },
      query: { format: 'csv' },
    });
    const [heading, row] = (await file.text()).split('\n');
    expect(heading).toContain('Colour');
    expect(row).toContain('Red; Red');
  });

  it('is judged by what is asked when it is placed, by every process, however lately that changed', async () => {
    const ada = guest();
    await ada.buy({}, 1);
    const basket = await ada.hold(1);
    // Another process changes what is asked: this one remembers what was asked before.
    await api.ownerPool.query('insert into asked_of_buyers (festival_id, asked) values ($1, $2)', [
      shop.festivalId,
      JSON.stringify(asking({ questions: [question({ required: true })] })),
    ]);
    expect(await ada.place(basket.id).catch(nameOf)).toBe('ANSWERS_WRONG');
  });

  it('that was placed stays placed for its key, though it would be refused by now', async () => {
    const ada = guest();
    const basket = await ada.hold(1);
    const key = v7();
    const first = await ada.place(basket.id, {}, key);
    await ask({ questions: [question({ required: true })] });
    expect(await ada.place(basket.id, {}, key)).toEqual(first);
  });

  it('of a festival that asks nothing keeps names as ever', async () => {
    const order = await guest().buy({ holders: [{ lineNo: 1, names: ['Ada', 'Grace'] }] });
    expect(order.tickets.map(({ holder }) => holder).toSorted()).toEqual(['Ada', 'Grace']);
    await ask({ names: 'NEVER' });
    const fixed = await guest().buy({ holders: [{ lineNo: 1, names: ['Ada', 'Grace'] }] });
    expect(fixed.tickets.map(({ holder }) => holder)).toEqual(['Ada', 'Ada']);
  });

  it('bought in one call answers too, and holds nothing when its answers are wrong', async () => {
    const size = question({ required: true });
    await ask({ questions: [size] });
    const { ticketTypeId, festivalId } = shop;
    const buy = (attendees: unknown[], key = v7()) =>
      api.client('site').ticketing.buyTickets(
        {
          body: {
            festivalId,
            secret: newSecret(),
            wishes: { items: [{ ticketTypeId, quantity: 2 }] },
            email: 'ada@example.org',
            name: 'Ada',
            language: 'en',
            method: 'succeeds',
            attendees,
          } as never,
        },
        { idempotencyKey: key },
      );
    const one = { ticketTypeId, answers: [said(size.id, 'M')] };
    expect(await buy([one]).catch(problemsOf)).toEqual([[2, size.id, 'missing']]);
    expect(await buy([one, one, one]).catch(problemsOf)).toEqual([[null, 'name', 'unknown_place']]);
    expect((await quotaOf(api, shop)).held).toBe(0);
    const order = await buy([{ ...one, name: 'Grace' }, one]);
    expect(order.tickets.map(({ holder }) => holder).toSorted()).toEqual(['Ada', 'Grace']);
  });

  it.each([
    ['a list of nothing', { answers: [null] }],
    ['an answer without a question', { answers: [{ value: 'x' }] }],
    [
      'the same question twice',
      { answers: ['a', 'b'].map((value) => said('01900000-0000-7000-8000-000000000001', value)) },
    ],
    ['a line of no number', { attendees: [comes(1, { lineNo: 'x' })] }],
    ['half a character in a name', { attendees: [comes(1, { name: '\ud800' })] }],
    ['NUL in a name', { attendees: [comes(1, { name: 'a\0b' })] }],
    ['too many who come', { attendees: Array.from({ length: 501 }, (_, at) => comes(1, { lineNo: at + 1 })) }],
  ])('with %s is refused as badly written', async (_, told) => {
    const ada = guest();
    const basket = await ada.hold(1);
    expect(await ada.place(basket.id, told).catch(nameOf)).toBe('VALIDATION_FAILED');
  });

  it('with NUL or nonsense as an answer is refused, not broken', async () => {
    const text = question({ required: true });
    await ask({ questions: [text] });
    const ada = guest();
    const basket = await ada.hold(1);
    for (const value of ['nul\0', '\ud800', [], 12, true])
      expect(
        await ada.place(basket.id, { attendees: [comes(1, { answers: [said(text.id, value)] })] }).catch(nameOf),
      ).toBe('ANSWERS_WRONG');
  });
});

describe('a buyer', () => {
  const soon = () => new Date(clock.now().getTime() + 300_000).toISOString();

  it('changes who comes and answers what is asked later, each change in the story, from the version seen', async () => {
    const arrives = question({ at: 'LATER', kind: 'DATE', required: true });
    const total = question({ at: 'LATER', of: 'ORDER' });
    await ask({ changesUntil: soon(), questions: [arrives, total] });
    const ada = guest();
    const order = await ada.buy();
    const [ticketId = ''] = order.tickets.map(({ id }) => id);
    const seen = await ada.view(order.id);
    expect(seen).toMatchObject({ version: 0, open: true });
    const wrong = await ada
      .change(order.id, { holders: [{ ticketId, answers: [said(arrives.id, 'soon')] }] })
      .catch(problemsOf);
    expect(wrong).toEqual([[expect.any(Number), arrives.id, 'not_a_date']]);
    const after = await ada.change(order.id, {
      holders: [{ ticketId, name: 'Grace', answers: [said(arrives.id, '2040-07-13')] }],
      answers: [said(total.id, 'by bus')],
    });
    expect(after).toMatchObject({ version: 1, answers: [{ value: 'by bus' }] });
    expect(after.holders.find((one) => one.ticketId === ticketId)).toMatchObject({
      holder: 'Grace',
      answers: [{ value: '2040-07-13' }],
    });
    expect(await ada.change(order.id, { holders: [{ ticketId, name: 'Late' }] }).catch(nameOf)).toBe('CONFLICT');
    const { moments } = await finance.client.ticketing.getOrderStory(on(order.id));
    const names = moments.map(({ name }) => name);
    expect(names).toContain('ticketing.order_holder_changed');
    expect(names.filter((name) => name === 'ticketing.order_answers_changed')).toHaveLength(2);
    expect(JSON.stringify(moments)).not.toContain('by bus');
    const { rows } = await api.ownerPool.query('select count(*)::int as n from order_answer where order_id = $1', [
      order.id,
    ]);
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('is told no later than the deadline, when the team still can', async () => {
    await ask({ changesUntil: soon() });
    const ada = guest();
    const order = await ada.buy();
    const [ticketId = ''] = order.tickets.map(({ id }) => id);
    clock.pass(300);
    const late = await ada.change(order.id, { holders: [{ ticketId, name: 'Grace' }] }).catch(failure);
    expect(late).toMatchObject({ name: 'CHANGES_OVER', status: 409, details: { until: expect.any(String) } });
    expect((await ada.view(order.id)).open).toBe(false);
    const renamed = await finance.client.ticketing.renameHolder({
      params: { festivalId: shop.festivalId, orderId: order.id, ticketId: ticketId as never },
      body: { was: 'Ada', holder: 'Grace' },
    });
    expect(renamed.tickets.some(({ holder }) => holder === 'Grace')).toBe(true);
    expect((await ada.view(order.id)).version).toBe(1);
  });

  it('has to be the buyer: by the secret, or signed in with the address that bought', async () => {
    await ask({ changesUntil: soon() });
    const me = await api.person();
    const order = await guest(me.email).buy();
    const stranger = api.client('site').ticketing;
    const rival = await api.person();
    for (const client of [stranger, rival.client.ticketing, organiser.client.ticketing]) {
      expect(await client.viewOrderAsked({ ...on(order.id), query: {} }).catch(nameOf)).toBe('NOT_FOUND');
      expect(await client.changeOrderAsked({ ...on(order.id), body: { version: 0, holders: [] } }).catch(nameOf)).toBe(
        'NOT_FOUND',
      );
    }
    expect(await stranger.viewOrderAsked({ ...on(order.id), query: { secret: newSecret() } }).catch(nameOf)).toBe(
      'NOT_FOUND',
    );
    const mine = await me.client.ticketing.viewOrderAsked({ ...on(order.id), query: {} });
    expect(mine.holders).toHaveLength(2);
    const [ticketId] = order.tickets.map(({ id }) => id);
    const body = { version: 0, holders: [{ ticketId: ticketId as never, name: 'Grace' }] };
    expect((await me.client.ticketing.changeOrderAsked({ ...on(order.id), body })).version).toBe(1);
  });

  it('changes no ticket that is over, used, unpaid or of another order', async () => {
    await ask({ changesUntil: soon() });
    const ada = guest();
    const unpaid = await ada.place((await ada.hold()).id);
    expect(await ada.change(unpaid.id, {}).catch(nameOf)).toBe('NOT_PAID');
    const order = await guest().buy();
    const other = guest();
    const mine = await other.buy();
    const rename = (ticketId: string) =>
      other.change(mine.id, { holders: [{ ticketId, name: 'Grace' }] }).catch(nameOf);
    expect(await rename(order.tickets[0]?.id ?? '')).toBe('NOT_FOUND');
    const [used = '', over = ''] = mine.tickets.map(({ id }) => id);
    await api.ownerPool.query(`update ticket set status = 'USED' where id = $1`, [used]);
    await finance.client.ticketing.cancelTicket({
      params: { ...on(mine.id).params, ticketId: over as never },
      body: { reason: 'x' },
    });
    expect(await rename(used)).toBe('TICKET_USED');
    expect(await rename(over)).toBe('TICKET_OVER');
  });

  it('is one of twenty who change from the same version', async () => {
    await ask({ changesUntil: soon() });
    const ada = guest();
    const order = await ada.buy();
    const [ticketId = ''] = order.tickets.map(({ id }) => id);
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => ada.change(order.id, { holders: [{ ticketId, name: `Name ${at}` }] })),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('keeps what was answered on a ticket that is made anew', async () => {
    const size = question({ required: true });
    await ask({ questions: [size] });
    const ada = guest();
    const order = await ada.buy({
      attendees: [1, 2].map((nth) => comes(nth, { name: `P${nth}`, answers: [said(size.id, `S${nth}`)] })),
    });
    const second = order.tickets.find(({ holder }) => holder === 'P2')?.id ?? '';
    await finance.client.ticketing.reissueTicket({
      params: { festivalId: shop.festivalId, orderId: order.id, ticketId: second as never },
      body: { reason: 'lost' },
    });
    const { holders } = await ada.view(order.id);
    expect(holders.map(({ holder, answers }) => [holder, answers[0]?.value])).toEqual([
      ['P1', 'S1'],
      ['P2', 'S2'],
    ]);
    expect(holders.some((one) => one.ticketId === second)).toBe(false);
  });

  it('takes their answers along when they are taken out of the order', async () => {
    const size = question({ required: true });
    await ask({ questions: [size] });
    const order = await guest().buy({ attendees: [1, 2].map((nth) => comes(nth, { answers: [said(size.id, 'M')] })) });
    await api.ownerPool.query(
      `update ticket_order set name = '', email = 'erased@erased.invalid', details = null where id = $1`,
      [order.id],
    );
    const { rows } = await api.ownerPool.query(
      `select (select count(*) from order_answer where order_id = $1)::int + (select count(*) from order_attendee where order_id = $1)::int as left`,
      [order.id],
    );
    expect(rows).toEqual([{ left: 0 }]);
  });
});

describe('a minor', () => {
  it('comes with a birth date and somebody of age in the same order, who are told to the gate’s desk', async () => {
    const child = await organiser.client.ticketing.createTicketType({
      ...inShop(),
      body: { name: { en: 'Child' }, price: 1000, vat: 600, capacity: 10 },
    });
    await ask({ minors: [{ ticketTypeId: child.id, upToAge: 11, minorsOnly: true, guardian: 'IN_ORDER' }] });
    const ada = guest();
    const basket = await ada.hold(1, [
      { ticketTypeId: shop.ticketTypeId, quantity: 1 },
      { ticketTypeId: child.id, quantity: 1 },
    ]);
    const line = (ticketTypeId: string) => basket.lines.find((one) => one.ticketTypeId === ticketTypeId)?.lineNo ?? 0;
    const kim = (part: object) => [
      { lineNo: line(shop.ticketTypeId), nth: 1, name: 'Grace', answers: [] },
      { lineNo: line(child.id), nth: 1, name: 'Kim', answers: [], ...part },
    ];
    const guardian = { phone: '+32 470 12 34 56', place: { lineNo: line(shop.ticketTypeId), nth: 1 } };
    const place = (part: object) => ada.place(basket.id, { attendees: kim(part) });
    expect(await place({}).catch(problemsOf)).toEqual([[1, 'bornOn', 'birth_missing']]);
    // Twelve on the first day of the festival, 13 July 2040.
    expect(await place({ bornOn: '2028-07-13', guardian }).catch(problemsOf)).toEqual([
      [1, 'bornOn', 'birth_in_future'],
    ]);
    expect(await place({ bornOn: '2020-01-01', guardian }).catch(problemsOf)).toEqual([[1, 'bornOn', 'too_old']]);
    await api.ownerPool.query(`update festival set starts_on = '2030-07-13', ends_on = '2030-07-14' where id = $1`, [
      shop.festivalId,
    ]);
    await ask({ minors: [{ ticketTypeId: child.id, upToAge: 11, minorsOnly: true, guardian: 'IN_ORDER' }] });
    expect(await place({ bornOn: '2018-07-13', guardian }).catch(problemsOf)).toEqual([[1, 'bornOn', 'too_old']]);
    expect(await place({ bornOn: '2018-07-14' }).catch(problemsOf)).toEqual([
      [1, 'guardian', 'guardian_missing'],
      [1, 'guardian.phone', 'missing'],
    ]);
    const self = { ...guardian, place: { lineNo: line(child.id), nth: 1 } };
    expect(await place({ bornOn: '2018-07-14', guardian: self }).catch(problemsOf)).toEqual([
      [1, 'guardian', 'guardian_not_in_order'],
    ]);
    const order = await ada.pay((await place({ bornOn: '2018-07-14', guardian })).id);
    const seen = await finance.client.ticketing.getOrderAsked(on(order.id));
    expect(seen.holders.find(({ holder }) => holder === 'Kim')).toMatchObject({
      bornOn: '2018-07-14',
      minor: true,
      guardian: { name: 'Grace', phone: '+32470123456', place: guardian.place },
    });
    const stored = await step(systemContext(api.resources), shop.festivalId, (tx) => findOrderAsked(tx, order.id));
    const printed = ticketsToPrint(order, { holders: stored?.holders ?? [], company: null }, false);
    expect(printed.map(({ holder, minor }) => [holder, minor])).toEqual([
      ['Grace', null],
      ['Kim', { guardian: { name: 'Grace', phone: '+32470123456', place: guardian.place } }],
    ]);
  });
});
