import type { BasisPoints, Price } from '../primitives.ts';
import { shares } from '../shares.ts';
import type { z } from 'zod';
import type { Ticket } from './schemas.ts';

export interface RefundableTicket {
  id: string;
  ticketTypeId: string;
  /** The line of the order that it was bought with. */
  lineNo: number;
  status: Ticket['status'];
}

/** What was paid on a line: `quantity` times an inclusive `unitPrice`, with the line's whole VAT in minor units. */
export interface PaidLine {
  lineNo: number;
  kind: 'TICKET' | 'OPTION' | 'FEE' | 'DONATION';
  quantity: number;
  unitPrice: number;
  vatAmount: number;
  /** Whether a refund has taken it already; a line of tickets is taken ticket by ticket. */
  given?: boolean;
}

/** What the organiser keeps of each ticket's price: nothing, so many minor units, or a part in basis points. */
export type Keep =
  | { kind: 'NOTHING' }
  | { kind: 'AMOUNT'; amount: z.infer<typeof Price> }
  | { kind: 'PART'; rate: z.infer<typeof BasisPoints> };

/** How tickets are given back. */
export interface RefundTerms {
  keep: Keep;
  /** Whether tickets that somebody came in with are given back as well. */
  withUsed: boolean;
}

/** What banks have taken back of a payment, for as long as it is argued about or for good. Minor units. */
export interface TakenByBank {
  argued: boolean;
  lost: number;
}

/** Whether a bank has taken money of a payment, and did not bring it again. */
export const isDisputed = ({ argued, lost }: TakenByBank): boolean => argued || lost > 0;

/**
 * Whether `amount` may still go back of a payment. What a bank has taken is not given back a second time, and while it is argued about
 * nobody knows what there will be to give back. Minor units.
 */
export const mayGoBack = (
  amount: number,
  { paid, refunded, argued, lost }: TakenByBank & { paid: number; refunded: number },
): boolean => amount === 0 || (!argued && amount <= paid - refunded - lost);

export interface RefundPart {
  ticketId: string;
  amount: number;
  vatAmount: number;
}

/** What goes back of a line without tickets: an option, a fee, a gift. */
export interface RefundExtra {
  lineNo: number;
  amount: number;
  vatAmount: number;
}

export type RefundVerdict =
  | { ok: true; parts: RefundPart[]; extras: RefundExtra[]; amount: number; kept: number }
  | {
      ok: false;
      code: 'general.not_found' | 'ticketing.not_refundable';
      data: { ticketIds: string[] } | { lineNos: number[] };
    };

/** What is kept of a ticket that cost `price`, in minor units: half a cent is kept, and never more than the price. */
export function keptOf(keep: Keep, price: number): number {
  if (keep.kind === 'NOTHING') return 0;
  const wanted = keep.kind === 'AMOUNT' ? keep.amount : Math.round((price * keep.rate) / 10_000);
  return Math.min(wanted, price);
}

/** Whether a ticket can still be given back: nobody came in with it (unless that does not matter), and it is still worth something. */
export const isRefundable = (status: Ticket['status'], withUsed: boolean): boolean =>
  status === 'SOLD' || (withUsed && status === 'USED');

/** The VAT within the `nth` of `quantity` equal tickets, counted from 0: together they hold the line's VAT, to the cent. */
const vatOfNth = (nth: number, { vatAmount, quantity }: PaidLine): number =>
  Math.round((vatAmount * (nth + 1)) / quantity) - Math.round((vatAmount * nth) / quantity);

/** The VAT that goes back with a part of a ticket: the same part of the ticket's own. */
const vatOfPart = (vat: number, amount: number, price: number): number =>
  price === 0 ? 0 : Math.round((vat * amount) / price);

/**
 * What goes back for the wanted tickets of an order, and for the wanted lines beside them, or why nothing does. What was given back
 * before is not refunded, nor, unless the terms say so, a ticket that somebody came in with; it is all of it or nothing.
 */
export function priceRefund(
  wanted: readonly string[],
  tickets: readonly RefundableTicket[],
  lines: readonly PaidLine[],
  { keep, withUsed }: RefundTerms,
  lineNos: readonly number[] = [],
): RefundVerdict {
  const known = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const strange = wanted.filter((id) => !known.has(id));
  if (strange.length > 0) return { ok: false, code: 'general.not_found', data: { ticketIds: strange } };
  const spent = wanted.filter((id) => !isRefundable(known.get(id)?.status ?? 'CANCELLED', withUsed));
  if (spent.length > 0) return { ok: false, code: 'ticketing.not_refundable', data: { ticketIds: spent } };
  const extra = lines.filter(({ kind }) => kind !== 'TICKET');
  const unknown = lineNos.filter((no) => !extra.some(({ lineNo }) => lineNo === no));
  if (unknown.length > 0) return { ok: false, code: 'general.not_found', data: { lineNos: unknown } };
  const gone = extra.filter(({ lineNo, given }) => given && lineNos.includes(lineNo)).map(({ lineNo }) => lineNo);
  if (gone.length > 0) return { ok: false, code: 'ticketing.not_refundable', data: { lineNos: gone } };

  const given = Map.groupBy(
    tickets.filter(({ status }) => status === 'REFUNDED'),
    ({ lineNo }) => lineNo,
  );
  const counted = new Map([...given].map(([lineNo, ofLine]) => [lineNo, ofLine.length]));
  let kept = 0;
  const parts = wanted.flatMap((ticketId) => {
    const line = lines.find(({ lineNo }) => lineNo === known.get(ticketId)?.lineNo);
    if (!line) return [];
    const nth = counted.get(line.lineNo) ?? 0;
    counted.set(line.lineNo, nth + 1);
    const keeps = keptOf(keep, line.unitPrice);
    kept += keeps;
    const amount = line.unitPrice - keeps;
    return [{ ticketId, amount, vatAmount: vatOfPart(vatOfNth(nth, line), amount, line.unitPrice) }];
  });
  const whole = wanted.length > 0 && isWhole(wanted, tickets);
  const beside = extra.filter(({ lineNo, given }) => !given && (whole || lineNos.includes(lineNo)));
  const extras = beside.map(extraOf(keep));
  for (const { quantity, unitPrice } of beside) kept += keptOfExtra(keep, quantity * unitPrice);
  return { ok: true, parts, extras, amount: sumOf(parts) + sumOf(extras), kept };
}

const sumOf = (parts: readonly { amount: number }[]): number => parts.reduce((sum, { amount }) => sum + amount, 0);

/** Whether no ticket of an order opens a gate once these have gone back: then what was bought beside them goes back too. */
export const isWhole = (
  wanted: readonly string[],
  tickets: readonly Pick<RefundableTicket, 'id' | 'status'>[],
): boolean => tickets.every(({ id, status }) => wanted.includes(id) || !isRefundable(status, true));

/** What is kept of a line without tickets that cost `price`: a part where a part is kept; an amount is kept of tickets alone. */
export const keptOfExtra = (keep: Keep, price: number): number => (keep.kind === 'PART' ? keptOf(keep, price) : 0);

const extraOf =
  (keep: Keep) =>
  ({ lineNo, quantity, unitPrice, vatAmount }: PaidLine): RefundExtra => {
    const price = quantity * unitPrice;
    const amount = price - keptOfExtra(keep, price);
    return { lineNo, amount, vatAmount: vatOfPart(vatAmount, amount, price) };
  };

/** The tickets of an order that the terms give back, of one type or of all. */
export const ticketsToRefund = (
  tickets: readonly RefundableTicket[],
  ticketTypeId: string | null,
  { withUsed }: Pick<RefundTerms, 'withUsed'>,
): string[] =>
  tickets
    .filter((ticket) => ticketTypeId === null || ticket.ticketTypeId === ticketTypeId)
    .filter(({ status }) => isRefundable(status, withUsed))
    .map(({ id }) => id);

/** The lines of an order of nothing but options that the terms give back: where all is given back, those that were not yet. */
export const linesToRefund = (
  { tickets, lines }: { tickets: readonly unknown[]; lines: readonly PaidLine[] },
  ticketTypeId: string | null,
): number[] =>
  ticketTypeId === null && tickets.length === 0
    ? lines.filter(({ kind, given }) => kind !== 'TICKET' && !given).map(({ lineNo }) => lineNo)
    : [];

/**
 * What the parts of a refund give back when all that may go back of it is `left`: each in proportion, to the cent, with its share of the
 * tax. Minor units.
 */
export function cutToLeft<Part extends { amount: number; vatAmount: number }>(
  parts: readonly Part[],
  left: number,
): Part[] {
  const amounts = parts.map(({ amount }) => amount);
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  const each = shares(Math.min(left, whole), amounts);
  return parts.map((part, at) => {
    const amount = each[at] ?? 0;
    return { ...part, amount, vatAmount: vatOfPart(part.vatAmount, amount, part.amount) };
  });
}

/** How often a provider is asked before somebody has to look: about a day and a half in all. */
export const mostAttempts = 10;

/** After how many seconds a refund that failed `attempts` times is tried again: 20 s, 40 s, and so on up to six hours. */
export const secondsUntilNextTry = (attempts: number): number =>
  Math.min(20 * 2 ** Math.max(0, attempts - 1), 6 * 3600);
