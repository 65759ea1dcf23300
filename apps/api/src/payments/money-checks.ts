import { sql } from 'kysely';
import type { MoneyCheck } from '../ledger/money-check.ts';

/** What must agree between what banks took back, what the till rounded, and the books. */
export const paymentMoneyChecks: Record<string, MoneyCheck> = {
  // What banks hold back is argued about; what is lost was argued about.
  disputes_against_ledger: sql`
    select b.subject, jsonb_build_object('disputed', b.disputed, 'open', d.open, 'lostInBooks', b.lost, 'lost', d.lost) as seen
    from (select p.subject, coalesce(sum(p.amount) filter (where p.account = 'DISPUTED'), 0) as disputed,
        coalesce(sum(p.amount) filter (where p.account = 'LOST_DISPUTES'), 0) as lost
      from posting p where p.festival_id = current_festival() and p.account in ('DISPUTED', 'LOST_DISPUTES') and p.kind <> 'CORRECTION' group by 1) as b
    cross join lateral (select coalesce(sum(amount) filter (where status = 'OPEN'), 0) as open, coalesce(sum(amount) filter (where status = 'LOST'), 0) as lost
      from dispute where festival_id = current_festival() and provider = b.subject) as d
    where b.disputed < 0 or b.disputed > d.open or b.lost < 0 or b.lost > d.lost`,

  // What falls to rounding in one payment is never as much as half of the largest of the smallest coins (five), or the till was helped. A
  // piece of what goes back is rounded with those before it: never by as much as a coin.
  rounded_beyond_a_coin: sql`
    select p.entry_id as subject, jsonb_build_object('kind', p.kind, 'rounded', sum(p.amount)) as seen from posting p
    where p.festival_id = current_festival() and p.account = 'CASH_ROUNDING' and p.kind <> 'CORRECTION'
    group by p.entry_id, p.kind having abs(sum(p.amount)) > case p.kind when 'REPAID_BY_HAND' then 4 else 2 end`,
};
