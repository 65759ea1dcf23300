import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

/** Something that does not agree: which check says so, of what, and what it saw. */
export interface Flaw {
  check: string;
  subject: string;
  seen: Record<string, unknown>;
}

/** Answers a row for each thing in the transaction's festival that does not agree; none when all is well. */
export type MoneyCheck = RawBuilder<Omit<Flaw, 'check'>>;

/** Every check by its name. Domains that come after this one add theirs when their module is loaded. */
export const moneyChecks: Record<string, MoneyCheck> = {
  // The constraint makes it impossible; an auditor looks nevertheless.
  unbalanced_entry: sql`
    select e.id as subject, jsonb_build_object('kind', e.kind) as seen from ledger_entry e
    where e.festival_id = current_festival() and not is_balanced(e.legs)`,
  // A correction that was told stays in the books.
  lost_correction: sql`
    select c.entry_id as subject, c.told as seen from told_corrections() c
    where not exists (select from ledger_entry e where e.festival_id = current_festival() and e.id = c.entry_id and e.kind = 'CORRECTION')`,

  wrong_sum: sql`
    with entries as (
      select (p.occurred_at at time zone f.zone)::date as day, p.account, p.subject, p.rate, p.currency, sum(p.amount) as balance
      from posting p cross join festival_sale_state() f where p.festival_id = current_festival() group by 1, 2, 3, 4, 5
    ), told as (
      select day, account, subject, rate, currency, sum(debit - credit) as balance
      from (select * from ledger_sum where festival_id = current_festival()
        union all select * from lookup.ledger_sums_ahead(current_festival())) as s
      group by 1, 2, 3, 4, 5
    )
    select account || ' ' || subject as subject, jsonb_build_object('day', day, 'entries', entries.balance, 'sums', told.balance) as seen
    from entries full join told using (day, account, subject, rate, currency)
    where entries.balance is distinct from told.balance and coalesce(entries.balance, 0) <> coalesce(told.balance, 0)`,
};

/** Everything in the transaction's festival that does not agree. The transaction must see one moment: `repeatable read`. */
export async function findFlaws(tx: Tx): Promise<Flaw[]> {
  const flaws: Flaw[] = [];
  for (const [check, rows] of Object.entries(moneyChecks)) {
    const found = await rows.execute(tx);
    flaws.push(...found.rows.map((row) => ({ check, ...row })));
  }
  return flaws;
}
