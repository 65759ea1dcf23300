/** What a provider takes, holds back and pays out, in the festival's books. Each is booked once, whoever tells it and how often. */
import type { LedgerLeg } from '@festivals/domain/ledger/contract';
import type { Currency, FestivalId } from '@festivals/domain/primitives';
import { book, type Booking } from '../ledger/store.ts';
import type { Tx } from '../platform/transaction.ts';
import { entryIdOf } from './book-received.ts';
import type { ChargeFees, ProviderDispute } from './provider.ts';

interface At {
  festivalId: FestivalId;
  provider: string;
  reference: string;
  currency: Currency;
  at: Date;
}

type Part = [account: LedgerLeg['account'], amount: number];

function entry({ provider, reference, currency, at }: At, kind: Booking['kind'], parts: readonly Part[]): Booking[] {
  const legs = parts
    .filter(([, amount]) => amount !== 0)
    .map(([account, amount]) => ({ account, subject: subjectOf(account, provider), rate: 0, currency, amount }));
  return legs.length < 2
    ? []
    : [{ id: entryIdOf(provider, reference, kind), kind, occurredAt: at, reason: null, legs }];
}

const subjectOf = (account: LedgerLeg['account'], provider: string): string =>
  account === 'BANK' || account === 'PLATFORM_FEES' ? '' : provider;

/** What the provider, or the platform, kept of a charge. */
export const bookFees = (tx: Tx, at: At, { provider, platform }: ChargeFees) =>
  book(tx, at.festivalId, [
    ...entry(at, 'PROVIDER_FEE', [
      ['PROVIDER_FEES', provider],
      ['PROVIDER', -provider],
    ]),
    ...entry(at, 'PLATFORM_FEE', [
      ['PLATFORM_FEES', platform],
      ['PROVIDER', -platform],
    ]),
  ]);

/** Money that a bank took back, and how the argument about it ended. What comes first is booked first, in whatever order it is told. */
export const bookDispute = (tx: Tx, at: At, { status, amount, fee, withdrawn }: ProviderDispute) =>
  book(tx, at.festivalId, [
    ...(withdrawn
      ? entry(at, 'DISPUTE_OPENED', [
          ['DISPUTED', amount],
          ['PROVIDER_FEES', fee],
          ['PROVIDER', -amount - fee],
        ])
      : []),
    ...(withdrawn && status === 'WON'
      ? entry(at, 'DISPUTE_WON', [
          ['PROVIDER', amount],
          ['DISPUTED', -amount],
        ])
      : []),
    ...(withdrawn && status === 'LOST'
      ? entry(at, 'DISPUTE_LOST', [
          ['LOST_DISPUTES', amount],
          ['DISPUTED', -amount],
        ])
      : []),
  ]);

/** Money that the provider sent to the bank; one that came back is booked back. */
export const bookPayout = (tx: Tx, at: At, net: number, failed: boolean) =>
  book(tx, at.festivalId, [
    ...entry(at, 'PAYOUT', [
      ['BANK', net],
      ['PROVIDER', -net],
    ]),
    ...(failed
      ? entry({ ...at, reference: `${at.reference}:failed` }, 'PAYOUT', [
          ['BANK', -net],
          ['PROVIDER', net],
        ])
      : []),
  ]);
