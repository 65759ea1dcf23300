import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cutToLeft,
  keptOf,
  linesToRefund,
  mostAttempts,
  priceRefund,
  type RefundableTicket,
  secondsUntilNextTry,
  ticketsToRefund,
} from './refund-rules.ts';

const plain = { keep: { kind: 'NOTHING' as const }, withUsed: false };
const line = { lineNo: 1, kind: 'TICKET' as const, quantity: 3, unitPrice: 4500, vatAmount: 764 };
const tickets = (...statuses: RefundableTicket['status'][]): RefundableTicket[] =>
  statuses.map((status, at) => ({ id: `ticket-${at}`, ticketTypeId: 'day', lineNo: 1, status }));

describe('a refund', () => {
  test('gives back what was paid for each ticket, and its part of the tax', () => {
    expect(priceRefund(['ticket-1'], tickets('SOLD', 'SOLD', 'SOLD'), [line], plain)).toEqual({
      ok: true,
      amount: 4500,
      kept: 0,
      extras: [],
      parts: [{ ticketId: 'ticket-1', amount: 4500, vatAmount: 255 }],
    });
  });

  test.each([
    ['a ticket of another order', 'ticket-9', 'general.not_found'],
    ['one that somebody came in with', 'ticket-1', 'ticketing.not_refundable'],
    ['one that was given back', 'ticket-2', 'ticketing.not_refundable'],
  ])('is refused for %s, and then for all', (_, id, code) => {
    expect(priceRefund(['ticket-0', id], tickets('SOLD', 'USED', 'REFUNDED'), [line], plain)).toEqual({
      ok: false,
      code,
      data: { ticketIds: [id] },
    });
  });

  test('gives back a line beside tickets by itself, once, and the rest with the last ticket', () => {
    const [camping, fee] = [
      { lineNo: 2, kind: 'OPTION' as const, quantity: 2, unitPrice: 1500, vatAmount: 521 },
      { lineNo: 3, kind: 'FEE' as const, quantity: 1, unitPrice: 200, vatAmount: 35 },
    ];
    const sold = tickets('SOLD', 'SOLD', 'SOLD');
    expect(priceRefund([], sold, [line, camping, fee], plain, [2])).toEqual({
      ok: true,
      amount: 3000,
      kept: 0,
      parts: [],
      extras: [{ lineNo: 2, amount: 3000, vatAmount: 521 }],
    });
    const after = [line, { ...camping, given: true }, fee];
    expect(priceRefund([], sold, after, plain, [2])).toMatchObject({ ok: false, code: 'ticketing.not_refundable' });
    const all = sold.map(({ id }) => id);
    expect(priceRefund(all, sold, after, plain)).toMatchObject({ amount: 13_700, extras: [{ lineNo: 3 }] });
    const half = { keep: { kind: 'PART' as const, rate: 5000 }, withUsed: false };
    expect(priceRefund([], sold, [line, camping, fee], half, [2])).toMatchObject({ amount: 1500, kept: 1500 });
  });

  test.each([
    ['the tickets’ own line', 1],
    ['one that there is not', 9],
  ])('of %s as a line is of nothing', (_, lineNo) => {
    expect(priceRefund([], tickets('SOLD'), [line], plain, [lineNo])).toEqual({
      ok: false,
      code: 'general.not_found',
      data: { lineNos: [lineNo] },
    });
  });

  test('in any pieces comes to the whole line, tax included', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.nat(),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 40, maxLength: 40 }),
        (quantity, unitPrice, share, sizes) => {
          const paid = {
            lineNo: 1,
            kind: 'TICKET' as const,
            quantity,
            unitPrice,
            vatAmount: share % (quantity * unitPrice + 1),
          };
          let left = tickets(...Array.from({ length: quantity }, () => 'SOLD' as const));
          const sum = { amount: 0, vat: 0 };
          for (const size of sizes) {
            const wanted = left
              .filter(({ status }) => status === 'SOLD')
              .slice(0, size)
              .map(({ id }) => id);
            const verdict = priceRefund(wanted, left, [paid], plain);
            if (!verdict.ok) throw new Error(verdict.code);
            sum.amount += verdict.amount;
            for (const { vatAmount, amount } of verdict.parts) {
              expect(vatAmount >= 0 && vatAmount <= amount).toBe(true);
              sum.vat += vatAmount;
            }
            left = left.map((ticket) =>
              wanted.includes(ticket.id) ? { ...ticket, status: 'REFUNDED' as const } : ticket,
            );
          }
          expect(sum).toEqual({ amount: quantity * unitPrice, vat: paid.vatAmount });
        },
      ),
    );
  });
});

describe('what is kept', () => {
  test.each([
    [{ kind: 'NOTHING' as const }, 4500, 0],
    [{ kind: 'AMOUNT' as const, amount: 250 }, 4500, 250],
    [{ kind: 'AMOUNT' as const, amount: 250 }, 100, 100],
    [{ kind: 'PART' as const, rate: 1000 }, 4500, 450],
    [{ kind: 'PART' as const, rate: 333 }, 4500, 150],
    [{ kind: 'PART' as const, rate: 10_000 }, 4500, 4500],
    [{ kind: 'PART' as const, rate: 500 }, 10, 1],
    [{ kind: 'AMOUNT' as const, amount: 250 }, 0, 0],
  ])('by %j of %i is %i', (keep, price, kept) => {
    expect(keptOf(keep, price)).toBe(kept);
  });

  test('and what goes back come to the price, and the tax goes back in the same part', () => {
    const terms = { keep: { kind: 'PART' as const, rate: 1000 }, withUsed: false };
    expect(priceRefund(['ticket-0', 'ticket-1'], tickets('SOLD', 'SOLD', 'SOLD'), [line], terms)).toEqual({
      ok: true,
      amount: 8100,
      kept: 900,
      extras: [],
      parts: [
        { ticketId: 'ticket-0', amount: 4050, vatAmount: 230 },
        { ticketId: 'ticket-1', amount: 4050, vatAmount: 229 },
      ],
    });
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(10_000), fc.nat(), (unitPrice, rate, share) => {
        const paid = { lineNo: 1, kind: 'TICKET' as const, quantity: 1, unitPrice, vatAmount: share % (unitPrice + 1) };
        const verdict = priceRefund(['ticket-0'], tickets('SOLD'), [paid], {
          keep: { kind: 'PART', rate },
          withUsed: false,
        });
        if (!verdict.ok) throw new Error(verdict.code);
        expect(verdict.amount + verdict.kept).toBe(unitPrice);
        const [part] = verdict.parts;
        expect(part && part.vatAmount >= 0 && part.vatAmount <= part.amount).toBe(true);
      }),
    );
  });
});

test('used tickets go back where the terms say so, cancelled and refunded ones never', () => {
  const all = tickets('SOLD', 'USED', 'REFUNDED', 'CANCELLED', 'RESERVED');
  expect(ticketsToRefund(all, null, { withUsed: false })).toEqual(['ticket-0']);
  expect(ticketsToRefund(all, 'day', { withUsed: true })).toEqual(['ticket-0', 'ticket-1']);
  expect(ticketsToRefund(all, 'night', { withUsed: true })).toEqual([]);
  expect(priceRefund(['ticket-1'], all, [line], { ...plain, withUsed: true })).toMatchObject({
    ok: true,
    amount: 4500,
  });
});

test('a refusal is tried again ever more rarely', () => {
  const waits = Array.from({ length: mostAttempts - 1 }, (_, at) => secondsUntilNextTry(at + 1));
  expect(waits.slice(0, 4)).toEqual([20, 40, 80, 160]);
  expect(waits.every((wait, at) => wait >= (waits[at - 1] ?? 0) && wait <= 6 * 3600)).toBe(true);
});

describe('what was bought beside tickets', () => {
  const camping = { lineNo: 2, kind: 'OPTION' as const, quantity: 2, unitPrice: 3000, vatAmount: 340 };
  const fee = { lineNo: 3, kind: 'FEE' as const, quantity: 1, unitPrice: 250, vatAmount: 43 };
  const lines = [line, camping, fee];

  test('goes back with the last ticket, not before', () => {
    const all = tickets('SOLD', 'SOLD', 'REFUNDED', 'CANCELLED');
    expect(priceRefund(['ticket-0'], all, lines, plain)).toMatchObject({ amount: 4500, extras: [] });
    expect(priceRefund(['ticket-0', 'ticket-1'], all, lines, plain)).toMatchObject({
      amount: 9000 + 6000 + 250,
      kept: 0,
      extras: [
        { lineNo: 2, amount: 6000, vatAmount: 340 },
        { lineNo: 3, amount: 250, vatAmount: 43 },
      ],
    });
  });

  test('stays with a ticket that somebody came in with', () => {
    expect(priceRefund(['ticket-0'], tickets('SOLD', 'USED'), lines, plain)).toMatchObject({ extras: [] });
  });

  test('keeps the same part, but no amount: that is kept of tickets', () => {
    const terms = (keep: { kind: 'PART'; rate: number } | { kind: 'AMOUNT'; amount: number }) => ({
      keep,
      withUsed: false,
    });
    const refund = (keep: Parameters<typeof terms>[0]) =>
      priceRefund(['ticket-0'], tickets('SOLD'), lines, terms(keep));
    expect(refund({ kind: 'PART', rate: 1000 })).toMatchObject({ amount: 4050 + 5400 + 225, kept: 450 + 600 + 25 });
    expect(refund({ kind: 'AMOUNT', amount: 500 })).toMatchObject({ amount: 4000 + 6250, kept: 500 });
  });
});

describe('what a bank has taken of a refund that waits', () => {
  const parts = fc.array(
    fc.record({ amount: fc.integer({ min: 0, max: 1e7 }), tax: fc.integer({ min: 0, max: 10_000 }) }).map((part) => ({
      amount: part.amount,
      vatAmount: Math.floor((part.amount * part.tax) / 10_000),
    })),
    { minLength: 1, maxLength: 12 },
  );

  test('is missing from its parts, and not a cent more', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 2e7 }), (given, left) => {
        const cut = cutToLeft(given, left);
        const sum = (some: typeof given) => some.reduce((all, { amount }) => all + amount, 0);
        expect(sum(cut)).toBe(Math.min(left, sum(given)));
        for (const [at, part] of cut.entries()) {
          expect(part.amount).toBeLessThanOrEqual(given[at]?.amount ?? 0);
          expect(part.vatAmount).toBeGreaterThanOrEqual(0);
          expect(part.vatAmount).toBeLessThanOrEqual(part.amount);
        }
      }),
    );
  });
});

test('a whole festival gives back what was bought without a ticket, a type does not', () => {
  const car = { lineNo: 1, kind: 'OPTION' as const, quantity: 1, unitPrice: 900, vatAmount: 51 };
  const lines = [car, { ...car, lineNo: 2, given: true }];
  expect(linesToRefund({ tickets: [], lines }, null)).toEqual([1]);
  expect(linesToRefund({ tickets: [], lines }, 'day')).toEqual([]);
  expect(linesToRefund({ tickets: tickets('REFUNDED'), lines }, null)).toEqual([]);
});
