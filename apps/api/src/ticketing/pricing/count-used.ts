import { type RawBuilder, sql } from 'kysely';
import { fail } from '../../platform/fault.ts';
import type { Tx } from '../../platform/transaction.ts';

/** What a limit is of: a part of what is sold, or how often a code is used and what it costs. */
export interface Limited {
  of: 'STEP' | 'VARIATION' | 'OPTION' | 'USES' | 'BUDGET';
  id: string;
}

const lineColumns = { STEP: 'tier_id', VARIATION: 'variation_id', OPTION: 'item_id' } as const;

/** How much of it each basket takes that was not given up. */
const takenBy = ({ of, id }: Limited): RawBuilder<unknown> =>
  of === 'USES' || of === 'BUDGET'
    ? sql`select basket_id, ${of === 'USES' ? sql`1` : sql`amount::int`} as places from basket_code
        where festival_id = current_festival() and code_id = ${id} and (${of === 'USES'} or amount > 0)`
    : sql`select basket_id, sum(quantity)::int as places from basket_line
        where festival_id = current_festival() and ${sql.ref(lineColumns[of])} = ${id} and kind = ${of === 'OPTION' ? 'OPTION' : 'TICKET'}
        group by 1`;

/** How much of that has come back: a kind's with its tickets, an option's with its line; the rest is spent. */
const returnedOf = ({ of, id }: Limited): RawBuilder<unknown> => {
  if (of === 'OPTION')
    return sql`case o.status when 'REFUNDED' then u.places else (
      select coalesce(sum(l.quantity), 0)::int from refund_line r
      join refund f on f.festival_id = r.festival_id and f.id = r.refund_id and f.status = 'COMPLETED'
      join basket_line l on l.festival_id = r.festival_id and l.basket_id = u.basket_id and l.line_no = r.line_no
      where r.festival_id = current_festival() and r.order_id = o.id and l.item_id = ${id}) end`;
  if (of !== 'VARIATION') return sql`0`;
  return sql`(select count(*)::int from ticket t join basket_line l on l.festival_id = t.festival_id and l.basket_id = u.basket_id and l.line_no = t.line_no
    where t.festival_id = current_festival() and t.order_id = o.id and l.variation_id = ${id} and t.status in ('REFUNDED', 'CANCELLED')
      and t.replaced_by is null)`;
};

/**
 * Counts in a new quota what was sold and is held already, as if it had been limited from the start. Fails where that is more than it has.
 * What is being held at this moment by somebody who read of no limit is refused at its end, and read again (0084).
 */
export async function countUsed(tx: Tx, quotaId: string, limited: Limited): Promise<void> {
  const taken = takenBy(limited);
  await sql`select pg_advisory_xact_lock(lock_of_limits(current_festival()))`.execute(tx);
  // Nobody pays, gives up or runs out meanwhile: what becomes of a basket later is counted by its claim.
  await sql`
    select from ticket_order where festival_id = current_festival() and basket_id in (select basket_id from (${taken}) as u)
    order by id for update`.execute(tx);
  await sql`
    select from basket where festival_id = current_festival() and id in (select basket_id from (${taken}) as u)
    order by id for update`.execute(tx);
  await sql`
    insert into basket_claim (festival_id, basket_id, quota_id, places, returned)
    select current_festival(), u.basket_id, ${quotaId}, u.places, ${returnedOf(limited)}
    from (${taken}) as u join basket b on b.festival_id = current_festival() and b.id = u.basket_id
    left join ticket_order o on o.festival_id = b.festival_id and o.basket_id = b.id
    where b.status = 'HELD' or o.id is not null`.execute(tx);
  const { rows } = await sql`
    update quota q set sold = n.sold, held = n.held from (
      select coalesce(sum(c.places - c.returned) filter (where o.status in ('PAID', 'REFUNDED')), 0)::int as sold,
        coalesce(sum(c.places) filter (where b.status = 'HELD' or o.status = 'AWAITING_PAYMENT'), 0)::int as held
      from basket_claim c join basket b on b.festival_id = c.festival_id and b.id = c.basket_id
      left join ticket_order o on o.festival_id = b.festival_id and o.basket_id = b.id
      where c.festival_id = current_festival() and c.quota_id = ${quotaId}) as n
    where q.festival_id = current_festival() and q.id = ${quotaId} and n.sold + n.held <= q.capacity returning q.id`.execute(
    tx,
  );
  if (rows.length === 0) fail('ticketing.quota_below_sold');
}
