import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priceRefund, type RefundableTicket } from './refund-rules.ts';

const line = { ticketTypeId: 'day', quantity: 3, unitPrice: 4500, vatAmount: 764 };
const tickets = (...statuses: RefundableTicket['status'][]): RefundableTicket[] =>
  statuses.map((status, at) => ({ id: `ticket-${at}`, ticketTypeId: 'day', status }));

describe('a refund', () => {
  test('gives back what was paid for each ticket, and its part of the tax', () => {
    expect(priceRefund(['ticket-1'], tickets('SOLD', 'SOLD', 'SOLD'), [line])).toEqual({
      ok: true,
      amount: 4500,
      parts: [{ ticketId: 'ticket-1', amount: 4500, vatAmount: 255 }],
    });
  });

  test.each([
    ['a ticket of another order', 'ticket-9', 'general.not_found'],
    ['one that somebody came in with', 'ticket-1', 'ticketing.not_refundable'],
    ['one that was given back', 'ticket-2', 'ticketing.not_refundable'],
  ])('is refused for %s, and then for all', (_, id, code) => {
    expect(priceRefund(['ticket-0', id], tickets('SOLD', 'USED', 'REFUNDED'), [line])).toEqual({
      ok: false,
      code,
      data: { ticketIds: [id] },
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
          const paid = { ticketTypeId: 'day', quantity, unitPrice, vatAmount: share % (quantity * unitPrice + 1) };
          let left = tickets(...Array.from({ length: quantity }, () => 'SOLD' as const));
          const sum = { amount: 0, vat: 0 };
          for (const size of sizes) {
            const wanted = left
              .filter(({ status }) => status === 'SOLD')
              .slice(0, size)
              .map(({ id }) => id);
            const verdict = priceRefund(wanted, left, [paid]);
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
