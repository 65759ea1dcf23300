import {
  consistent,
  ManyPromoCodes,
  NewPromoCode,
  type PromoCode,
  PromoCodeChanges,
} from '@festivals/domain/ticketing/pricing/code-schemas';
import { z } from 'zod';
import { pick } from '../../record/pick.ts';

/** What the form holds of one code or of many: either is a part of it. */
export const CodeValues = consistent(
  z.object({ ...NewPromoCode.shape, ...ManyPromoCodes.shape }).partial({ code: true, prefix: true, count: true }),
);
export type Typed = z.input<typeof CodeValues>;
export type Values = z.output<typeof CodeValues>;

const fresh: Typed = {
  code: '',
  prefix: '',
  count: 100,
  note: '',
  effect: 'PERCENT',
  value: 1_000,
  per: 'TICKET',
  ticketTypeIds: [],
  unlocks: [],
  mostTickets: null,
  validFrom: null,
  validUntil: null,
  stacks: false,
  withDiscounts: true,
  perPerson: null,
  uses: null,
  budget: null,
  disabled: false,
};

// Many codes are written by chance: none is typed.
const { code: _typed, ...freshMany } = fresh;

/** What the form begins with: a code as it is, a new one, or what many have in common. */
export function valuesOf(edited: PromoCode | undefined, isMany: boolean): Typed {
  if (edited !== undefined) return pick(edited, PromoCodeChanges.keyof().options);
  return isMany ? freshMany : fresh;
}
