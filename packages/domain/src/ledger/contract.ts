import { page, PageQuery, queryBoolean, route } from '@festivals/contract';
import { z } from 'zod';
import { Amount, BasisPoints, Cents, Currency, InFestival, Instant, Line, LocalDate } from '../primitives.ts';
import { LedgerAccount } from './chart.ts';

/** What an account is about: a provider's name, a ticket type's id; empty where there is nothing to tell apart. */
const Subject = z
  .string()
  .max(64)
  .regex(/^[\w.-]*$/);

export const LedgerLeg = z.object({
  account: LedgerAccount,
  subject: Subject,
  /** VAT, in basis points; 0 where there is none. */
  rate: BasisPoints,
  currency: Currency,
  /** Minor units; a debit is positive, a credit negative. */
  amount: Cents,
});
export type LedgerLeg = z.infer<typeof LedgerLeg>;

export const EntryKind = z.enum([
  'ORDER_PAID',
  'ORDER_REFUNDED',
  'LATE_MONEY_RETURNED',
  'CORRECTION',
  'RECEIVED_BY_HAND',
  'REFUND_OWED',
  'REPAID_BY_HAND',
  'PROVIDER_FEE',
  'PLATFORM_FEE',
  'PAYOUT',
  'DISPUTE_OPENED',
  'DISPUTE_WON',
  'DISPUTE_LOST',
]);
export type EntryKind = z.infer<typeof EntryKind>;

export const LedgerEntry = z
  .object({
    /** That of what is booked: a payment, a refund, a correction. */
    id: z.uuid(),
    kind: EntryKind,
    legs: z.array(LedgerLeg),
    reason: z.string().nullable(),
    occurredAt: Instant,
    bookedAt: Instant,
  })
  .meta({ id: 'LedgerEntry' });
export type LedgerEntry = z.infer<typeof LedgerEntry>;

export const AccountSum = z
  .object({
    account: LedgerAccount,
    subject: z.string(),
    rate: BasisPoints,
    currency: Currency,
    /** Both counted up. */
    debit: Amount,
    credit: Amount,
  })
  .meta({ id: 'AccountSum' });
export type AccountSum = z.infer<typeof AccountSum>;

/** Days of the festival's own calendar, both included. */
const Window = z.object({ from: LocalDate.optional(), until: LocalDate.optional() });

export const getLedgerSums = route({
  method: 'GET',
  path: '/festivals/:festivalId/ledger/sums',
  permission: 'ledger.read',
  summary: 'What each account comes to: the trial balance',
  params: InFestival,
  query: Window,
  response: z.array(AccountSum),
});

const EntryFilter = z.object({
  /** Leaves out what is booked for every paid order: refunds, returned money and corrections remain. */
  unusual: queryBoolean().default(false),
});

export const listLedgerEntries = route({
  method: 'GET',
  path: '/festivals/:festivalId/ledger/entries',
  permission: 'ledger.read',
  summary: 'The journal, newest first',
  params: InFestival,
  query: PageQuery.extend(EntryFilter.shape),
  response: page(LedgerEntry),
});

export const correctLedger = route({
  method: 'POST',
  path: '/festivals/:festivalId/ledger/corrections',
  permission: 'ledger.correct',
  idempotent: true,
  summary: 'Book a correction; nothing that is booked is ever changed',
  params: InFestival,
  body: z.object({
    reason: Line(300),
    legs: z
      .array(
        // Strict: who names a currency means one, and all is booked in the festival's own.
        LedgerLeg.omit({ currency: true })
          .extend({
            subject: Subject.default(''),
            rate: BasisPoints.default(0),
            amount: Cents.refine((amount) => amount !== 0),
          })
          .strict(),
      )
      .min(2)
      .max(20),
  }),
  response: LedgerEntry,
  status: 201,
  errors: ['ledger.unbalanced'],
});
