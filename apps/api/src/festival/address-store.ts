/** What the address service answered, kept for everyone; and whose turn it is to ask it. */
import type { Database } from '@festivals/database';
import type { FoundAddress } from '@festivals/domain/festival/address-contract';
import { type Kysely, sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

interface Search {
  language: string;
  query: string;
}

/** An answer of the last thirty days. */
export async function findAnswer(
  db: Kysely<Database>,
  { language, query }: Search,
): Promise<FoundAddress[] | undefined> {
  const { rows } = await sql<{ answer: FoundAddress[] }>`
    select answer from address_search
    where language = ${language} and query = ${query} and found_at > now() - interval '30 days'`.execute(db);
  return rows[0]?.answer;
}

export async function keepAnswer(tx: Tx, { language, query }: Search, answer: readonly FoundAddress[]): Promise<void> {
  await sql`
    insert into address_search (language, query, answer) values (${language}, ${query}, ${JSON.stringify(answer)}::jsonb)
    on conflict (language, query) do update set answer = excluded.answer, found_at = now()`.execute(tx);
}

/** Forgets answers that are too old to be given. */
export async function forgetAnswers(tx: Tx): Promise<void> {
  await sql`delete from address_search where found_at < now() - interval '30 days'`.execute(tx);
}

/**
 * Takes the next turn to ask the service, a second after the one before it and half a one more, by which a busy machine may be late,
 * whichever process had that.
 * @returns how many milliseconds to wait for it; null when too many wait already
 */
export async function takeTurn(tx: Tx): Promise<number | null> {
  const { rows } = await sql<{ wait: number }>`
    update address_search_turn set next_at = greatest(next_at, clock_timestamp()) + interval '1500 milliseconds'
    where next_at < clock_timestamp() + interval '6 seconds'
    returning greatest(0, extract(epoch from next_at - interval '1500 milliseconds' - clock_timestamp()) * 1000)::float8 as wait`.execute(
    tx,
  );
  return rows[0]?.wait ?? null;
}
