/** In which other currencies a festival shows its prices. Rates are never changed: the newest of a currency counts. */
import type { PresentmentRate } from '@festivals/domain/payments/presentment-schemas';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../platform/transaction.ts';

type Rate = z.input<typeof PresentmentRate>;

export async function presentmentRates(tx: Tx): Promise<Rate[]> {
  const { rows } = await sql<Rate>`
    select currency, rate, iso(since) as since from (
      select distinct on (currency) currency, rate, since from presentment_rate
      where festival_id = current_festival() order by currency, since desc) as newest
    where rate is not null order by currency`.execute(tx);
  return rows;
}

/** How often a rate was written: whoever changes them names it. */
export async function presentmentVersion(tx: Tx): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select count(*)::int as version from presentment_rate where festival_id = current_festival()`.execute(tx);
  return rows[0]?.version ?? 0;
}

/** Two who change the rates come one after the other. */
export async function lockPresentment(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('presentment ' || current_festival(), 0))`.execute(tx);
}

export async function writeRates(
  tx: Tx,
  rates: readonly { currency: string; rate: number | null }[],
  setBy: string | null,
): Promise<void> {
  await sql`
    insert into presentment_rate (festival_id, currency, since, rate, set_by)
    select current_festival(), r.currency, clock_timestamp(), r.rate, ${setBy}::uuid
    from jsonb_to_recordset(${JSON.stringify(rates)}::jsonb) as r (currency text, rate bigint)`.execute(tx);
}
