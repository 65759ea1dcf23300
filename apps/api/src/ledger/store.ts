import type { AccountSum, LedgerEntry, LedgerLeg } from '@festivals/domain/ledger/contract';
import { CompiledQuery, sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../platform/transaction.ts';

export type EntryRow = z.input<typeof LedgerEntry> & { seq: string };

/** What is to be booked under the id of what caused it. */
export interface Booking {
  id: string;
  kind: LedgerEntry['kind'];
  occurredAt: Date;
  reason: string | null;
  legs: readonly LedgerLeg[];
}

/** BOOKED now, KNOWN from before, or another entry stands there under its id. */
export type Outcome = 'BOOKED' | 'KNOWN' | 'DIFFERS';

/** Books entries, each once: festival and entries as JSON. It enters the festival by itself, so that a pool can be asked as well. */
export const bookStatement = `select entry_id as id, outcome from book_entries($1,
  array(select row(b.*)::ledger_booking from jsonb_populate_recordset(null::ledger_booking, $2::jsonb) as b))`;

/** Entries as `bookStatement` takes them. */
export const bookingsAsJson = (bookings: readonly Booking[]): string =>
  JSON.stringify(bookings.map(({ occurredAt, ...booking }) => ({ ...booking, occurred_at: occurredAt })));

/** Books entries of a festival, each once, in one statement however many they are. */
export async function book(tx: Tx, festivalId: string, bookings: readonly Booking[]): Promise<Map<string, Outcome>> {
  const { rows } = await tx.executeQuery<{ id: string; outcome: Outcome }>(
    CompiledQuery.raw(bookStatement, [festivalId, bookingsAsJson(bookings)]),
  );
  return new Map(rows.map(({ id, outcome }) => [id, outcome]));
}

/** The festival's entries, newest first, after a place in their order. */
export async function entryPage(
  tx: Tx,
  { unusual, after, most }: { unusual: boolean; after: string | null; most: number },
): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select e.id, e.kind, e.reason, e.occurred_at as "occurredAt", e.booked_at as "bookedAt", e.seq::text,
      (select jsonb_agg(jsonb_build_object('account', l.account, 'subject', l.subject, 'rate', l.rate, 'currency', l.currency, 'amount', l.amount)
        order by l.position)
      from unnest(e.legs) with ordinality as l (account, subject, rate, currency, amount, position)) as legs
    from ledger_entry e
    where e.festival_id = current_festival() ${unusual ? sql`and e.kind <> 'ORDER_PAID'` : sql``}
      ${after === null ? sql`` : sql`and e.seq < ${after}::bigint`}
    order by e.seq desc limit ${most}`.execute(tx);
  return rows;
}

/** What each account comes to between two days, both included: the roller's sums, and what was booked since it came by. */
export async function sums(
  tx: Tx,
  { from, until }: { from?: string | undefined; until?: string | undefined },
): Promise<AccountSum[]> {
  const { rows } = await sql<AccountSum>`
    select account, subject, rate, currency, sum(debit)::bigint as debit, sum(credit)::bigint as credit
    from (
      select * from ledger_sum where festival_id = current_festival()
      union all
      select * from lookup.ledger_sums_ahead(current_festival())
    ) as booked
    where day >= coalesce(${from ?? null}::date, '-infinity') and day <= coalesce(${until ?? null}::date, 'infinity')
    group by account, subject, rate, currency order by account, currency, subject, rate`.execute(tx);
  return rows;
}
