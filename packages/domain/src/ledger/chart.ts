import { z } from 'zod';

/** What an entry can stand in. */
export const LedgerAccount = z.enum([
  'BANK',
  'CASH',
  'PROVIDER',
  'CUSTOMER_CREDIT',
  'VAT_COLLECTED',
  'TICKET_SALES',
  'OPTION_SALES',
  'BOOKING_FEES',
  'DONATIONS',
  'PROVIDER_FEES',
  'PLATFORM_FEES',
  'OTHER_INCOME',
  'OTHER_COSTS',
  'DISPUTED',
  'LOST_DISPUTES',
  'CASH_ROUNDING',
]);
export type LedgerAccount = z.infer<typeof LedgerAccount>;

export interface ChartEntry {
  /** Its number in the French chart of accounts (plan comptable général, regulation ANC 2014-03). */
  number: string;
  class: 'asset' | 'liability' | 'income' | 'cost';
  /** What its subject tells apart; null where there is nothing to. */
  subject: 'provider' | 'ticketType' | 'option' | 'fee' | null;
}

/** The chart of accounts: what an account is for, by the number under which an accountant knows it. */
export const chart: Readonly<Record<LedgerAccount, ChartEntry>> = {
  BANK: { number: '512', class: 'asset', subject: null },
  CASH: { number: '530', class: 'asset', subject: null },
  PROVIDER: { number: '511', class: 'asset', subject: 'provider' },
  CUSTOMER_CREDIT: { number: '4191', class: 'liability', subject: null },
  VAT_COLLECTED: { number: '44571', class: 'liability', subject: null },
  TICKET_SALES: { number: '706', class: 'income', subject: 'ticketType' },
  OPTION_SALES: { number: '7062', class: 'income', subject: 'option' },
  BOOKING_FEES: { number: '7085', class: 'income', subject: 'fee' },
  DONATIONS: { number: '7541', class: 'income', subject: null },
  PROVIDER_FEES: { number: '627', class: 'cost', subject: 'provider' },
  PLATFORM_FEES: { number: '6222', class: 'cost', subject: null },
  OTHER_INCOME: { number: '758', class: 'income', subject: null },
  OTHER_COSTS: { number: '658', class: 'cost', subject: null },
  DISPUTED: { number: '416', class: 'asset', subject: 'provider' },
  LOST_DISPUTES: { number: '654', class: 'cost', subject: 'provider' },
  // Both ways in one account: by the end of a festival it comes to next to nothing.
  CASH_ROUNDING: { number: '6588', class: 'cost', subject: null },
};

/** A balance as its class shows it: what one has or spent is a debit, what one owes or earned a credit. */
export const shownBalance = (account: LedgerAccount, debit: number, credit: number): number =>
  chart[account].class === 'asset' || chart[account].class === 'cost' ? debit - credit : credit - debit;
