import { sells } from '../festival/rules.ts';
import type { FestivalStatus } from '../festival/contract.ts';
import { totalOf, vatOfLines } from '../money.ts';

/** How long a basket is held, and the least that is left for paying once it became an order. */
export const holdSeconds = 15 * 60;
export const paySeconds = 10 * 60;

/** What a hold needs to know of a ticket type. */
export interface TypeOnSale {
  id: string;
  quotaId: string;
  name: object;
  price: number;
  vat: number;
  minPerOrder: number;
  maxPerOrder: number;
  hidden: boolean;
  onSaleFrom: string | null;
  onSaleUntil: string | null;
}

export interface Wish {
  ticketTypeId: string;
  quantity: number;
}

export interface HeldLine extends Wish {
  quotaId: string;
  name: object;
  unitPrice: number;
  vat: number;
  /** The tax within the line, in minor units. */
  vatAmount: number;
}

export type HoldVerdict =
  | { ok: true; lines: HeldLine[]; total: number }
  | {
      ok: false;
      code: 'general.not_found' | 'ticketing.sales_closed' | 'ticketing.too_many' | 'ticketing.too_few';
      data: Record<string, unknown>;
    };

/** Whether a sale would end before it begins, or at once. */
export const windowIsReversed = ({
  onSaleFrom,
  onSaleUntil,
}: {
  onSaleFrom?: string | null | undefined;
  onSaleUntil?: string | null | undefined;
}): boolean => !!onSaleFrom && !!onSaleUntil && Date.parse(onSaleFrom) >= Date.parse(onSaleUntil);

/** Whether an order would have to hold more of a type than it may. */
export const limitsAreReversed = ({
  minPerOrder,
  maxPerOrder,
}: {
  minPerOrder?: number | undefined;
  maxPerOrder?: number | undefined;
}): boolean => minPerOrder !== undefined && maxPerOrder !== undefined && minPerOrder > maxPerOrder;

/** Whether a type is on sale at a moment (ISO instants compare as text). */
export function saleState(type: Pick<TypeOnSale, 'onSaleFrom' | 'onSaleUntil'>, festival: FestivalStatus, now: Date) {
  const moment = now.toISOString();
  if (!sells(festival) || (type.onSaleUntil !== null && type.onSaleUntil <= moment)) return 'CLOSED';
  return type.onSaleFrom !== null && type.onSaleFrom > moment ? 'NOT_YET' : 'OPEN';
}

/** What a basket costs, or why it may not be held. Capacity is not asked here: the claim decides it. */
export function priceBasket(
  wishes: readonly Wish[],
  types: readonly TypeOnSale[],
  festival: FestivalStatus,
  now: Date,
): HoldVerdict {
  const lines: Omit<HeldLine, 'vatAmount'>[] = [];
  for (const wish of wishes) {
    const type = types.find(({ id }) => id === wish.ticketTypeId);
    const data = { ticketTypeId: wish.ticketTypeId };
    if (!type || type.hidden) return { ok: false, code: 'general.not_found', data };
    if (saleState(type, festival, now) !== 'OPEN') return { ok: false, code: 'ticketing.sales_closed', data };
    if (wish.quantity > type.maxPerOrder) {
      return { ok: false, code: 'ticketing.too_many', data: { ...data, most: type.maxPerOrder } };
    }
    if (wish.quantity < type.minPerOrder) {
      return { ok: false, code: 'ticketing.too_few', data: { ...data, least: type.minPerOrder } };
    }
    lines.push({ ...wish, quotaId: type.quotaId, name: type.name, unitPrice: type.price, vat: type.vat });
  }
  const taxes = vatOfLines(lines);
  return { ok: true, lines: lines.map((line, at) => ({ ...line, vatAmount: taxes[at] ?? 0 })), total: totalOf(lines) };
}

/** What the organiser lets be known of how many are left; `fewLeftBelow` is where few begin. */
export interface Disclosed {
  disclosure: 'EXACT' | 'FEW' | 'NONE';
  fewLeftBelow: number;
}

/** How the shop words what is left, never more precisely than the organiser wants. */
export function availability(
  type: Pick<TypeOnSale, 'onSaleFrom' | 'onSaleUntil'> & Disclosed,
  free: number,
  festival: FestivalStatus,
  now: Date,
): { availability: 'AVAILABLE' | 'FEW_LEFT' | 'SOLD_OUT' | 'NOT_YET' | 'CLOSED'; left: number | null } {
  const state = saleState(type, festival, now);
  if (state !== 'OPEN') return { availability: state, left: null };
  if (free <= 0) return { availability: 'SOLD_OUT', left: 0 };
  const few = type.disclosure !== 'NONE' && free < type.fewLeftBelow;
  return { availability: few ? 'FEW_LEFT' : 'AVAILABLE', left: type.disclosure === 'EXACT' ? free : null };
}

/** Letters and digits that are not mistaken for one another on the telephone. */
const referenceLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** An order's reference from eight random bytes. */
export const orderReference = (random: Uint8Array): string =>
  Array.from(random.subarray(0, 8), (byte) => referenceLetters[byte % referenceLetters.length]).join('');
