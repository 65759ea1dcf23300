/** Ticket types that are taken away, and those that must stay. */
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../platform/transaction.ts';

type Stored = Pick<z.input<typeof TicketType>, 'id' | 'quota'>;

/**
 * False when anything of the type is sold or held, or once was. Its quota has no place from here on: whoever saw the type before finds
 * it sold out.
 */
export async function closeQuota(tx: Tx, type: Stored): Promise<boolean> {
  const closed = await sql`
    update quota set capacity = 0
    where festival_id = current_festival() and id = ${type.quota.id} and sold = 0 and held = 0 returning 1`.execute(tx);
  if (closed.rows.length === 0) return false;
  const { rows } = await sql`
    select from basket_line where festival_id = current_festival() and ticket_type_id = ${type.id} limit 1`.execute(tx);
  return rows.length === 0;
}

/** The guest lists that give a type. */
export async function guestListsOf(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from guest_list
    where festival_id = current_festival() and ticket_type_id = ${id} and deleted_at is null order by lower(name)`.execute(
    tx,
  );
  return rows.map(({ name }) => name);
}

export async function removeTicketType(tx: Tx, { id, quota }: Stored): Promise<void> {
  await sql`
    update ticket_type set deleted_at = now(), kept_capacity = ${quota.capacity}, version = version + 1
    where festival_id = current_festival() and id = ${id}`.execute(tx);
}

/** False when there is no such type among those that were taken away. */
export async function bringBackTicketType(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    with gone as (
      select id, quota_id, kept_capacity from ticket_type
      where festival_id = current_festival() and id = ${id} and deleted_at is not null for no key update
    ), opened as (
      update quota q set capacity = gone.kept_capacity from gone
      where q.festival_id = current_festival() and q.id = gone.quota_id
    )
    update ticket_type t set deleted_at = null, kept_capacity = null, version = t.version + 1 from gone
    where t.festival_id = current_festival() and t.id = gone.id returning t.id`.execute(tx);
  return rows.length === 1;
}

/** Those of some types that are for sale, kept from being taken away until the end of the deed. */
export async function keepTypes(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from ticket_type
    where festival_id = current_festival() and id = any(${sql.val([...ids])}::uuid[]) and deleted_at is null
    order by id for share`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
