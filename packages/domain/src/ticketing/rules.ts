import type { FestivalStatus } from '../festival/contract.ts';
import type { TypeOnSale } from './pricing/price-list.ts';
import { saleState } from './pricing/sale-state.ts';
import type { PriceRules } from './pricing/schemas.ts';

/** How long a basket is held, and the least that is left for paying once it became an order. */
export const holdSeconds = 15 * 60;
export const paySeconds = 10 * 60;

/** Whether a sale would end before it begins, or at once. */
export const windowIsReversed = ({
  onSaleFrom,
  onSaleUntil,
}: {
  onSaleFrom?: string | null | undefined;
  onSaleUntil?: string | null | undefined;
}): boolean => !!onSaleFrom && !!onSaleUntil && Date.parse(onSaleFrom) >= Date.parse(onSaleUntil);

/** Whether an order would have to hold more of a type than it may, or than one person may have. */
export const limitsAreReversed = ({
  minPerOrder = 0,
  maxPerOrder = Number.POSITIVE_INFINITY,
  maxPerPerson,
}: {
  minPerOrder?: number | undefined;
  maxPerOrder?: number | undefined;
  maxPerPerson?: number | null | undefined;
}): boolean => minPerOrder > Math.min(maxPerOrder, maxPerPerson ?? maxPerOrder);

/** The bundles that a type is a part of. */
export const bundlesWith = ({ bundles }: Pick<PriceRules, 'bundles'>, ticketTypeId: string): PriceRules['bundles'] =>
  bundles.filter(({ parts }) => parts.some((part) => part.ticketTypeId === ticketTypeId));

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
