import type { PriceRules } from './schemas.ts';

/** The rules of a festival whose organiser set none. */
export const plainRules: PriceRules = {
  pricesIncludeVat: true,
  rounding: 'KEEP_GROSS',
  reverseCharge: false,
  donations: false,
  proofOfWork: 'OFF',
  bundles: [],
  fees: [],
  discounts: [],
};
