import type { SandboxMethod } from '@festivals/domain/payments/schemas';
import type { Currency } from '@festivals/domain/primitives';
import type pg from 'pg';
import { fail } from '../platform/fault.ts';
import type { ChargeOutcome, PaymentProvider } from './provider.ts';

type BookedOutcome = 'succeeded' | 'requires_action' | 'processing' | 'declined' | 'insufficient_funds' | 'refunded';

const outcomeOf: Readonly<Record<SandboxMethod, BookedOutcome>> = {
  succeeds: 'succeeded',
  declined: 'declined',
  insufficient_funds: 'insufficient_funds',
  three_d_secure: 'requires_action',
  slow: 'processing',
};

/** How long the sandbox's slow bank thinks. */
const slowSeconds = 6;

export interface SandboxCharge {
  /** The payment's id: the sandbox answers the same key with the same charge. */
  key: string;
  /** Minor units. */
  amount: number;
  currency: Currency;
  method: SandboxMethod;
}

export interface Sandbox extends PaymentProvider {
  name: 'sandbox';
  charge(request: SandboxCharge): Promise<ChargeOutcome>;
  /** The payer's answer to the bank's question. */
  authenticate(key: string, approve: boolean): Promise<ChargeOutcome>;
}

/** A provider that needs no account and moves no money: it keeps a book of its own, as a bank would. */
export function sandbox(pool: pg.Pool): Sandbox {
  const find = async (key: string): Promise<ChargeOutcome | null> => {
    const { rows } = await pool.query<{ outcome: BookedOutcome }>(
      `select case when outcome = 'processing' and settles_at <= now() then 'succeeded' else outcome end as outcome
       from sandbox_charge where key = $1`,
      [key],
    );
    return rows[0] ? spoken(rows[0].outcome) : null;
  };
  return {
    name: 'sandbox',

    async charge({ key, amount, currency, method }) {
      const { rows } = await pool.query<{ outcome: BookedOutcome }>({
        name: 'sandbox-charge',
        // The disk need not be waited for: whoever books the charge waits, and WAL keeps the order.
        text: `insert into sandbox_charge (key, amount, currency, outcome, settles_at)
        select $1, $2, $3, $4, case when $4 = 'processing' then now() + make_interval(secs => $5) end from commit_without_waiting()
        on conflict (key) do update set key = excluded.key returning outcome`,
        values: [key, amount, currency, outcomeOf[method], slowSeconds],
      });
      return spoken(rows[0]?.outcome ?? 'declined');
    },

    find: ({ paymentId }) => find(paymentId),

    async authenticate(key, approve) {
      const { rows } = await pool.query<{ outcome: BookedOutcome }>(
        `update sandbox_charge set outcome = $2 where key = $1 and outcome = 'requires_action' returning outcome`,
        [key, approve ? 'succeeded' : 'declined'],
      );
      if (!rows[0]) return (await find(key)) ?? fail('payments.nothing_to_authenticate');
      return approve ? { status: 'succeeded' } : { status: 'declined', reason: 'authentication_failed' };
    },

    async refund({ charge: { paymentId }, key, amount }) {
      await pool.query(
        `insert into sandbox_refund (key, charge, amount) select $1, c.key, coalesce($3, c.amount) from sandbox_charge c where c.key = $2
       on conflict (key) do nothing`,
        [key, paymentId, amount ?? null],
      );
      await pool.query(
        `update sandbox_charge set outcome = 'refunded'
       where key = $1 and outcome <> 'refunded'
         and case when amount <= $2 then true else amount <= (select sum(r.amount) from sandbox_refund r where r.charge = $1) end`,
        // A whole charge at once needs no sum: twenty thousand of them are given back in a row where a festival is called off.
        [paymentId, amount ?? Number.MAX_SAFE_INTEGER],
      );
    },
  };
}

function spoken(outcome: BookedOutcome): ChargeOutcome {
  if (outcome === 'declined' || outcome === 'insufficient_funds') return { status: 'declined', reason: outcome };
  return { status: outcome };
}
