import { sql } from 'kysely';
import type { Tx } from '../../platform/transaction.ts';

/** When the next sale opens or ends, a step of a price ends, or a discount that comes by itself begins or ends. */
export async function nextSaleTurn(tx: Tx, now: Date): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`
    select iso(min(turn)) as at from (
      select window_of.turn
      from ticket_type, lateral (values (on_sale_from), (on_sale_until)) as window_of (turn)
      where festival_id = current_festival() and deleted_at is null
      union all
      select (step ->> 'until')::timestamptz
      from ticket_type, jsonb_array_elements(tiers) as step
      where festival_id = current_festival() and deleted_at is null
      union all
      select (discount ->> edge)::timestamptz
      from price_rules, jsonb_array_elements(rules -> 'discounts') as discount, unnest(array['from', 'until']) as edge
      where festival_id = current_festival()
    ) as turns (turn)
    where turn > ${now}::timestamptz`.execute(tx);
  return rows[0]?.at ?? null;
}
