import type { Currency } from '../primitives.ts';
import type { PaymentStatus, ProviderName, SandboxMethod } from './schemas.ts';

/** Stripe's published test numbers (docs.stripe.com/testing) and what the sandbox does with each. */
export const testCards: Readonly<Record<string, SandboxMethod>> = {
  '4242424242424242': 'succeeds',
  '5555555555554444': 'succeeds',
  '4000000000000002': 'declined',
  '4000000000009995': 'insufficient_funds',
  '4000002760003184': 'three_d_secure',
  '4000000000000077': 'slow',
};

/** What the sandbox does with a card number; null for any number that is not a published test number. */
export function testCard(number: string): SandboxMethod | null {
  const digits = number.replace(/[\s-]/g, '');
  return (Object.hasOwn(testCards, digits) && testCards[digits]) || null;
}

const next: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  PENDING: ['PROCESSING', 'COMPLETED', 'FAILED'],
  PROCESSING: ['PENDING', 'COMPLETED', 'FAILED', 'REFUNDED'],
  COMPLETED: ['REFUNDED'],
  // The money of an attempt that was given up came after all: it went back, or is looked at once more.
  FAILED: ['REFUNDED', 'PROCESSING'],
  REFUNDED: [],
};

/** Whether a payment may go from one status to another. */
export const mayBecome = (from: PaymentStatus, to: PaymentStatus): boolean => next[from].includes(to);

const handedOver: ReadonlySet<ProviderName> = new Set(['bank_transfer', 'on_site', 'card_terminal']);

/** Whether people took the money, so that people pay it back. */
export const isPaidByHand = (provider: ProviderName | undefined): boolean =>
  provider !== undefined && handedOver.has(provider);

/** The platform's part of what a festival with an account of its own takes, in basis points. */
export const platformFeeRate = 100;

/** The platform's part of an amount, minor units, rounded half up. */
export const platformFee = (amount: number): number => Math.floor((amount * platformFeeRate + 5000) / 10_000);

/** The least that each provider charges, minor units (docs.stripe.com/currencies#minimum-and-maximum-charge-amounts; Mollie: 0.01, cards 1.00 less fees). */
const leastOf: Readonly<Record<Currency, number>> = { EUR: 50, USD: 50, GBP: 30, CHF: 50 };

/** Whether an amount in minor units is too small for a provider to charge. */
export const isTooSmall = (amount: number, currency: Currency): boolean => amount < leastOf[currency];

/** Digits behind the point that a currency has (ISO 4217). */
export const decimalsOf = (_currency: Currency): number => 2;

/** An amount in minor units as providers that take decimal text want it: `1050` EUR is `10.50`. */
export function decimalAmount(amount: number, currency: Currency): string {
  const decimals = decimalsOf(currency);
  const digits = String(amount).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Minor units of a decimal text; null for what is no exact amount of the currency. */
export function minorUnits(text: string, currency: Currency): number | null {
  const match = /^(\d{1,12})\.(\d+)$/.exec(text);
  return match?.[1] !== undefined && match[2]?.length === decimalsOf(currency) ? Number(match[1] + match[2]) : null;
}

/** Whether an IBAN's check digits are right (ISO 13616, 6.1): moved to the end and read as a number it leaves 1 by 97. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const digits = [...text.slice(4), ...text.slice(0, 4)].map((letter) => Number.parseInt(letter, 36)).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
