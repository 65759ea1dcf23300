import { inCoins } from '@festivals/domain/payments/cash';
import type { Currency, FestivalId } from '@festivals/domain/primitives';
import { v5 } from 'uuid';
import { book, type Outcome } from '../ledger/store.ts';
import type { Tx } from '../platform/transaction.ts';
import { cashCoin } from './setting-store.ts';

/** The name space of ids that are made of a provider's names, so that nothing is booked twice. */
const names = 'e0b0f0c6-0d2e-4f5e-9d6e-5a8f3c1b7a42';

/** The id of a ledger entry that has none of its own: always the same for the same thing. */
export const entryIdOf = (...parts: string[]): string => v5(parts.join(':'), names);

/** What was received by hand lies at the bank or in the till, no longer under way; in the till to the smallest coin. */
export async function bookReceived(
  tx: Tx,
  received: {
    festivalId: FestivalId;
    paymentId: string;
    provider: 'bank_transfer' | 'on_site';
    amount: number;
    currency: Currency;
    at: Date;
  },
): Promise<Outcome | undefined> {
  const { festivalId, paymentId, provider, amount, currency, at } = received;
  const id = entryIdOf('received', paymentId);
  const into = provider === 'on_site' ? ('CASH' as const) : ('BANK' as const);
  const came = into === 'CASH' ? inCoins(amount, await cashCoin(tx, currency)) : amount;
  const leg = { subject: '', rate: 0, currency };
  const booked = await book(tx, festivalId, [
    {
      id,
      kind: 'RECEIVED_BY_HAND',
      occurredAt: at,
      reason: null,
      legs: [
        { ...leg, account: into, amount: came },
        { ...leg, account: 'CASH_ROUNDING' as const, amount: amount - came },
        { ...leg, account: 'PROVIDER' as const, subject: provider, amount: -amount },
      ].filter((one) => one.amount !== 0),
    },
  ]);
  return booked.get(id);
}
